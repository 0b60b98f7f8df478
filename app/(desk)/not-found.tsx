import { NotFoundPage } from '@/components/frame/stand-in';

export default function DeskNotFound() {
  return <NotFoundPage />;
}
