/** A person's legal name, and beside it how they want to be called. */
export function PersonName({ person }: { person: { name: string; preferredName: string } }) {
  const { name, preferredName } = person;
  if (preferredName === '' || preferredName === name) return <bdi>{name}</bdi>;
  return (
    <>
      <bdi>{name}</bdi>{' '}
      <span className="called">
        called <bdi>{preferredName}</bdi>
      </span>
    </>
  );
}
