-- Of a closed round: somebody's answers have been erased since its results were published. Those results are still of everybody, so
-- what is left must not be compared with another round: the difference would be the one who is gone (method.md, P10).
alter table rounds add column answers_gone boolean not null default false;
