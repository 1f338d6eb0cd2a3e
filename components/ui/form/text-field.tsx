"use client";

import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  Text,
} from "react-aria-components";

export interface TextFieldProps extends Omit<AriaTextFieldProps, "className" | "children"> {
  label: string;
  description?: string;
  errorMessage?: string;
  placeholder?: string;
}

/** A labelled line of text; `errorMessage` marks it invalid. */
export function TextField({ label, description, errorMessage, placeholder, ...props }: TextFieldProps) {
  return (
    <AriaTextField isInvalid={errorMessage ? true : undefined} {...props} className="grid content-start gap-1">
      <Label className="font-medium text-ink-2 text-s">{label}</Label>
      <Input
        placeholder={placeholder}
        className="h-9 w-full min-w-0 rounded-control border border-acw bg-surface px-2.5 text-ink data-disabled:opacity-50 data-invalid:border-bad"
      />
      {description && (
        <Text slot="description" className="text-ink-3 text-s">
          {description}
        </Text>
      )}
      <FieldError className="font-medium text-bad text-s">{errorMessage}</FieldError>
    </AriaTextField>
  );
}
