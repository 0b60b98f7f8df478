/** A photo is drawn smaller when it is larger than this: on a slow line that is minutes. */
const SHRINK_OVER_BYTES = 1_200_000;
const LONGEST_SIDE_PX = 2200;
const JPEG_QUALITY = 0.82;

export type SendAnswer =
  { readonly ok: true; readonly token: string } | { readonly ok: false; readonly message: string | null };

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

/** Sends one file, telling how much has gone, in percent. A broken line is an answer, not an exception. */
export function sendFile(
  path: string,
  file: File,
  fields: Readonly<Record<string, string>>,
  onProgress: (percent: number) => void,
): Promise<SendAnswer> {
  return new Promise((resolve) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    data.set('file', file);
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Accept', 'application/json');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? Math.round((100 * loaded) / total) : 0);
    request.onerror = () => resolve({ ok: false, message: null });
    request.onload = () => resolve(readAnswer(request.responseText));
    request.send(data);
  });
}

function readAnswer(text: string): SendAnswer {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== 'object' || answer === null) return { ok: false, message: null };
    if ('token' in answer && typeof answer.token === 'string') return { ok: true, token: answer.token };
    return { ok: false, message: 'message' in answer && typeof answer.message === 'string' ? answer.message : null };
  } catch {
    return { ok: false, message: null };
  }
}
