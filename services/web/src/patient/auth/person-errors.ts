import { readBirthDate, readEmail, readName } from '@healthbooker/protos/person';
import type { DateParts } from '../../shared/controls/date-fields.tsx';
import type { FormError } from '../../shared/controls/form-errors.ts';
import { dateFromParts } from '../../shared/time/format.ts';

/** What is wrong with a name, by the rule of the server. */
export function nameErrors(name: string): FormError[] {
  if (name.trim() === '') return [{ field: 'name', message: 'Enter your full name' }];
  return sentence('name', 'The name', readName(name).problem);
}

/** What is wrong with the name somebody wants to be called by; none is right. */
export function preferredNameErrors(name: string): FormError[] {
  return name.trim() === '' ? [] : sentence('preferredName', 'The name', readName(name).problem);
}

export function birthErrors(birth: DateParts): FormError[] {
  const date = dateFromParts(birth);
  if (date === undefined) {
    return [{ field: 'birth', message: 'Enter your date of birth, for example 27 3 1985' }];
  }
  return sentence('birth', 'The date of birth', readBirthDate(date, new Date()).problem);
}

export function emailErrors(email: string): FormError[] {
  if (email.trim() === '') {
    return [{ field: 'email', message: 'Enter an e-mail address like name@example.com' }];
  }
  return sentence('email', 'The e-mail address', readEmail(email).problem);
}

export function phoneErrors(phone: string): FormError[] {
  if (phone.trim() === '' || /^\+?[\d\s()-]{5,20}$/.test(phone.trim())) return [];
  return [{ field: 'phone', message: 'Enter a phone number like 020 7946 0000, or leave it empty' }];
}

/** What is wrong with a postcode, by the rule of the server; none is right. */
export function postcodeErrors(postcode: string): FormError[] {
  if (/^([A-Z0-9][A-Z0-9 -]{1,9}[A-Z0-9])?$/.test(postcode.trim().toUpperCase().replaceAll(/\s+/g, ' ')))
    return [];
  return [{ field: 'postcode', message: 'Enter a postcode like SE1 7XX, or leave it empty' }];
}

function sentence(field: string, subject: string, problem: string | undefined): FormError[] {
  return problem === undefined ? [] : [{ field, message: `${subject} ${problem}` }];
}
