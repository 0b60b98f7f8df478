/** A photo is drawn smaller when it is larger than this: on a slow line that is minutes. */
const SHRINK_OVER_BYTES = 1_200_000;
const LONGEST_SIDE_PX = 2200;
const JPEG_QUALITY = 0.82;

/** A large photo as a smaller JPEG; anything else, and whatever cannot be drawn, as it is. */
export async function shrinkPhoto(file: File): Promise<File> {
  if (file.size <= SHRINK_OVER_BYTES || !/^image\/(jpeg|png|webp)$/.test(file.type)) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE_PX / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY));
    if (blob === null || blob.size >= file.size) return file;
    return new File([blob], `${file.name.replace(/\.[^.]*$/, '')}.jpg`, { type: 'image/jpeg' });
  } catch {
    return file;
  }
}
