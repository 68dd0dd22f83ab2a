/** The words around the facts of one visit. */
export type NoticeWords = {
  /** @param date of the visit, as "Thursday 3 December 2026" */
  subject(date: string): string;
  heading: string;
  opening: string;
  closing: string;
};

/**
 * The text for a patient whose visit the clinic moved. It is the text of the mail; administration shows it before it
 * saves.
 */
export const movedByClinic: NoticeWords = {
  subject: (date) => `Your appointment is now on ${date}`,
  heading: 'Your appointment was moved',
  opening: 'The clinic cannot keep the earlier time. This is the new time.',
  closing:
    'Please tell us whether it suits you: you can keep it, choose another time, or say that you cannot come.',
};

/** The same for a visit that has no new time yet. */
export const unplacedByClinic: NoticeWords = {
  subject: (date) => `Your appointment on ${date} cannot take place`,
  heading: 'Your appointment cannot take place at this time',
  opening: 'The clinic cannot keep the time below. Please do not come then.',
  closing:
    'We will call you to agree on another time. You need not wait for that: you can choose another time yourself, or cancel.',
};
