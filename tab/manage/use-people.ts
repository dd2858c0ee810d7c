import { useCallback, useEffect, useState } from 'react';
import type { RosterPage, RosterPerson } from '../../bot/contracts/manage-api.ts';
import type { Failure } from '../failure.ts';
import { type Desk, fetchPeople } from './manage-api.ts';

/** Some of the roster: whose people, and which page of them. */
export function usePeople(desk: Desk) {
  const [wanted, setWanted] = useState({ organisation: 'all', page: 0 });
  const [found, setFound] = useState<RosterPage | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { organisation, page } = wanted;

  const load = useCallback(() => {
    let over = false;
    void fetchPeople(desk, organisation, page).then((fetched) => {
      if (over) return;
      setFailure('failure' in fetched ? fetched.failure : null);
      if ('value' in fetched) setFound(fetched.value);
    });
    return () => {
      over = true;
    };
  }, [desk, organisation, page]);
  useEffect(load, [load]);

  /** One of them, as they stand now: they stay in sight until the list is asked for anew. */
  const put = (person: RosterPerson) => {
    setFound((before) => before && { ...before, people: before.people.map((one) => (one.id === person.id ? person : one)) });
  };
  return { wanted, setWanted, found, failure, load, put };
}
