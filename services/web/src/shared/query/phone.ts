import { createContext, useContext } from 'react';

/** The clinic's phone number from the edge's configuration. */
export const ClinicPhone = createContext('your clinic');

export function useClinicPhone(): string {
  return useContext(ClinicPhone);
}
