import { NotFoundPage } from '@/components/frame/stand-in';

export default function AdminNotFound() {
  return <NotFoundPage />;
}
