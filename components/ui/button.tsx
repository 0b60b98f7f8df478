import type { ComponentProps } from 'react';
import { classNames } from './class-names';

export type ButtonVariant = 'default' | 'primary' | 'danger' | 'quiet';

interface ButtonLook {
  variant?: ButtonVariant;
  /** `sm` for table rows, `big` fills the width of a phone. */
  size?: 'sm' | 'big';
  /** A square button that holds one icon; give it an `aria-label`. */
  iconOnly?: boolean;
}

function buttonClass({ variant = 'default', size, iconOnly }: ButtonLook, className?: string): string {
  return classNames('btn', variant !== 'default' && variant, size, iconOnly && 'icon', className);
}

export function Button({
  variant,
  size,
  iconOnly,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & ButtonLook) {
  return <button {...rest} type={type} className={buttonClass({ variant, size, iconOnly }, className)} />;
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton({ variant, size, iconOnly, className, ...rest }: ComponentProps<'a'> & ButtonLook) {
  return <a {...rest} className={buttonClass({ variant, size, iconOnly }, className)} />;
}
