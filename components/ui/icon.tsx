import { ICON_SHAPES, type IconName } from './icon-shapes';

export interface IconProps {
  name: IconName;
  className?: string;
  /** Give a label only where no text beside the icon says the same; without one the icon is hidden from screen readers. */
  label?: string;
}

export function Icon({ name, className, label }: IconProps) {
  return (
    <svg
      className={className ? `i ${className}` : 'i'}
      viewBox="0 0 16 16"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      dangerouslySetInnerHTML={{ __html: ICON_SHAPES[name] }}
    />
  );
}
