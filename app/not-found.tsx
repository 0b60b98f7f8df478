import { NotFoundPage } from '@/components/frame/stand-in';
import { STAND_IN } from '@/lib/messages/frame';

export const metadata = { title: STAND_IN.notFoundTitle };

export default function NotFound() {
  return (
    <main id="main">
      <NotFoundPage />
    </main>
  );
}
