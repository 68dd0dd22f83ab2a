import { z } from 'zod';
import type { GetDirectoryResponse__Output } from '../gen/healthbooker/scheduler/v1/GetDirectoryResponse.ts';
import type { Location__Output } from '../gen/healthbooker/scheduler/v1/Location.ts';
import type { Provider__Output } from '../gen/healthbooker/scheduler/v1/Provider.ts';
import type { VisitType__Output } from '../gen/healthbooker/scheduler/v1/VisitType.ts';

export const Specialty = z
  .strictObject({ id: z.string(), name: z.string(), plainName: z.string() })
  .meta({ id: 'Specialty' });

export const Region = z.strictObject({ id: z.string(), name: z.string() }).meta({ id: 'Region' });

export const Location = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    address: z.string(),
    timeZone: z.string(),
    phone: z.string(),
    stepFreeRoute: z.string().describe('Empty: there is no way in without steps'),
    regionId: z.string(),
  })
  .meta({ id: 'Location' });

export const VisitType = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    specialtyId: z.string(),
    lengthMinutes: z.int(),
    preparation: z.string(),
  })
  .meta({ id: 'VisitType' });

export const Provider = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    title: z.string(),
    teamId: z.string(),
    specialtyIds: z.array(z.string()),
    locationIds: z.array(z.string()),
  })
  .meta({ id: 'Provider' });

export const Directory = z
  .strictObject({
    specialties: z.array(Specialty),
    locations: z.array(Location),
    visitTypes: z.array(VisitType),
    providers: z.array(Provider),
    lateCancellationHours: z.int().describe('A cancellation later than this before a visit is a late one'),
    regions: z.array(Region),
  })
  .meta({ id: 'Directory' });

export type DirectoryJson = z.input<typeof Directory>;

export function directoryJson(directory: GetDirectoryResponse__Output): DirectoryJson {
  return {
    specialties: directory.specialties.map(({ id, name, plainName }) => ({ id, name, plainName })),
    locations: directory.locations.map(locationJson),
    visitTypes: directory.visitTypes.map(visitTypeJson),
    providers: directory.providers.map(providerJson),
    lateCancellationHours: directory.lateCancellationHours,
    regions: directory.regions.map(({ id, name }) => ({ id, name })),
  };
}

function locationJson(location: Location__Output): z.input<typeof Location> {
  const { id, name, address, timeZone, phone, stepFreeRoute, regionId } = location;
  return { id, name, address, timeZone, phone, stepFreeRoute, regionId };
}

function visitTypeJson(visitType: VisitType__Output): z.input<typeof VisitType> {
  const { id, name, specialtyId, lengthMinutes, preparation } = visitType;
  return { id, name, specialtyId, lengthMinutes, preparation };
}

function providerJson(provider: Provider__Output): z.input<typeof Provider> {
  const { id, name, title, teamId, specialtyIds, locationIds } = provider;
  return { id, name, title, teamId, specialtyIds, locationIds };
}
