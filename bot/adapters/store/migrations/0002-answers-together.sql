-- Several answers of one collaboration in one trip and one commit, each as record_answer stores it. An answer that cannot be stored is
-- undone alone and comes back as {"fault": ...}; the others are kept. Always in the same order, so that two calls at once which share a
-- person wait for one another and never each for the other; results are in the order given.
create function record_answers(collaboration uuid, given jsonb) returns jsonb
language plpgsql as $$
declare
  one record;
  outcome jsonb;
  outcomes jsonb := '{}';
begin
  for one in
    select place, answer from jsonb_array_elements(given) with ordinality as each_of (answer, place)
    order by answer->>'round', answer->>'who', answer->>'about', place
  loop
    begin
      outcome := record_answer(collaboration, (one.answer->>'round')::smallint, decode(one.answer->>'who', 'hex'),
        (one.answer->>'own')::smallint, one.answer->>'role', (one.answer->>'about')::smallint, (one.answer->>'apart')::boolean,
        array(select (rating #>> '{}')::smallint
          from jsonb_array_elements(one.answer->'ratings') with ordinality as each_of (rating, at) order by at),
        (one.answer->>'moment')::timestamptz);
    exception when others then
      outcome := jsonb_build_object('fault', sqlerrm);
    end;
    outcomes := outcomes || jsonb_build_object(one.place::text, outcome);
  end loop;
  return (select jsonb_agg(value order by key::int) from jsonb_each(outcomes));
end $$;
