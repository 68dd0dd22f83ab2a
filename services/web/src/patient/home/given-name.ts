const titles = /^(dr|prof|mr|mrs|ms|miss|mx|sir|dame|rev)\.?$/i;

/** What a greeting calls somebody: the first part of their name that is no title, else the whole of it. */
export function givenName(name: string): string {
  return name.split(' ').find((part) => part !== '' && !titles.test(part)) ?? name;
}
