import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Page } from '../../shared/controls/page.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { More } from '../../shared/query/paged.tsx';
import { sessionQuery } from '../../shared/staff/api.ts';
import { ConfirmLink, EndLink, LinkCard, ReviewLink } from './link-card.tsx';
import { reviewsQuery } from './queries.ts';

/** The privacy officer's first page: links that staff made, and links that open a record. */
export function ProxyReviews() {
  const query = useInfiniteQuery(reviewsQuery);
  const { data: session } = useQuery(sessionQuery);
  const ownId = session?.profile.personId ?? '';
  return (
    <Page title="Links to review">
      <p>
        Every link that staff made or that opens a record stands here until somebody of privacy has reviewed
        it. What a patient disputed comes first.
      </p>
      <Loaded query={query}>
        {(links) =>
          links.length === 0 ? (
            <p className="sheet">Every link has been reviewed. New ones appear here by themselves.</p>
          ) : (
            <>
              {links.map((link) => (
                <LinkCard key={link.linkId} link={link}>
                  <div className="row">
                    {link.state === 'unconfirmed' && <ConfirmLink link={link} ownId={ownId} />}
                    <ReviewLink link={link} ownId={ownId} />
                    <EndLink link={link} />
                  </div>
                </LinkCard>
              ))}
              <More query={query}>Show more links</More>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
