"""Numbered steps from an empty file to today's schema. Never edited once released; SQL only."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlite_utils import Database, Migrations

from desktop import driver
from desktop.driver import Key
from desktop.errors import StoreTooNew
from desktop.store import APPLICATION_ID, SCHEMA

steps = Migrations("said_and_done")

SPINE = """
create table settings(key text primary key, value text not null check(json_valid(value))) strict, without rowid;

-- What people and the app decided. Append-only; everything decided can be told again from here.
create table events(
  id text primary key, at text not null, device text not null, person text not null,
  subject text not null, kind text not null, body text not null check(json_valid(body))
) strict, without rowid;
create index events_subject on events(subject, id);
create trigger events_never_change before update on events begin select raise(abort, 'events are append-only'); end;
create trigger events_never_go before delete on events begin select raise(abort, 'events are append-only'); end;

-- Our logins. Secrets live in the vault, never here.
create table accounts(
  id text primary key, platform text not null, host text not null, handle text not null, name text not null,
  remote_id text not null, state text not null, added_at text not null, checked_at text, trouble text not null,
  retry_at text, facts text not null check(json_valid(facts))
) strict, without rowid;
create table cursors(
  account text not null, stream text not null, value text not null, at text not null, primary key(account, stream)
) strict, without rowid;

-- What platforms say: facts that can be fetched again for ever.
create table authors(
  id text primary key, platform text not null, remote_id text not null, handle text not null, name text not null,
  url text not null
) strict, without rowid;
create table posts(
  rid integer primary key,              -- local, for full-text search only
  id text not null unique,
  account text not null, platform text not null, remote_id text not null, uri text not null,
  conversation text not null,           -- '' while it belongs to none (our own top-level posts)
  author text not null, author_name text not null, author_handle text not null,
  text text not null,
  folded text,                          -- search form, only where it differs from text
  url text not null, parent_remote_id text not null, source text not null,
  is_ours integer not null, is_public integer not null, stars integer, lang text not null, address text not null,
  posted_at text not null, edited_at text, fetched_at text not null, gone_at text,
  shown_at text, written_by text not null
) strict;
create index posts_conversation on posts(conversation, posted_at);
create index posts_remote on posts(account, remote_id);
create index posts_author on posts(author, posted_at);
create table post_versions(
  post text not null, until_at text not null, text text not null, stars integer, primary key(post, until_at)
) strict, without rowid;
create view post_words as select rid, coalesce(folded, text) as words, author_name from posts;
-- Filled per batch by posts.py; a trigger per inserted row would cost twice the whole insert.
create virtual table posts_fts using fts5(
  words, author_name, content='post_words', content_rowid='rid', prefix='2', tokenize='unicode61 remove_diacritics 2');
create trigger posts_reworded after update of text, folded, author_name on posts
when old.text is not new.text or old.author_name is not new.author_name or old.folded is not new.folded begin
  insert into posts_fts(posts_fts, rowid, words, author_name)
    values('delete', old.rid, coalesce(old.folded, old.text), old.author_name);
  insert into posts_fts(rowid, words, author_name) values(new.rid, coalesce(new.folded, new.text), new.author_name);
end;
create trigger posts_never_go before delete on posts begin select raise(abort, 'posts are kept'); end;

-- What waits for a person.
create table conversations(
  rid integer primary key, id text not null unique, account text not null, platform text not null,
  root_post text not null, author text not null, author_name text not null, source text not null,
  is_public integer not null, kind text not null, kind_is_guess integer not null, kind_reason text not null,
  is_serious integer not null, happening_until text,
  grp integer not null, rank integer not null, sort_key integer not null,
  holder text not null, waiting_since text, first_at text not null, last_at text not null,
  last_theirs_at text not null, excerpt text not null, stars integer, remind_at text, done_at text,
  mark text not null default '', mark_at text  -- how its complaint stands, kept beside it for the list (settling.py)
) strict;
create index conversations_due on conversations(grp, rank, sort_key, rid);
create index conversations_due_public on conversations(grp, is_public, rank, sort_key, rid);
create index conversations_due_holder on conversations(holder, grp, rank, sort_key, rid);
create index conversations_new on conversations(grp, first_at, rid);
create index conversations_author on conversations(author, first_at);
create index conversations_remind on conversations(remind_at) where remind_at is not null;
create index conversations_done on conversations(done_at) where done_at is not null;
create index conversations_happening on conversations(happening_until) where happening_until is not null;
create table tallies(grp integer not null, is_public integer not null, n integer not null, primary key(grp, is_public))
  strict, without rowid;
create table reads(conversation text not null, person text not null, at text not null, primary key(conversation, person))
  strict, without rowid;
create table notes(
  id text primary key, conversation text not null, person text not null, text text not null, at text not null
) strict, without rowid;
create index notes_conversation on notes(conversation, id);

-- Complaints and their endings. A complaint's id is its conversation's.
create table complaints(
  id text primary key, opened_at text not null, stage text not null, stage_at text not null,
  fixed_how text, fixed_at text, fixed_post text not null, fixed_words text not null,
  asked_at text, flag text not null, flag_at text, standing_reason text, standing_note text not null,
  hint_post text not null, hint_words text not null, hint_no text not null, withdrawn_at text
) strict, without rowid;
create index complaints_stage on complaints(stage, opened_at) where withdrawn_at is null;
create index complaints_open on complaints(id)
  where withdrawn_at is null and stage in ('no_answer', 'answered', 'fixed', 'asked');
create table proofs(
  id text primary key, complaint text not null, kind text not null, link text not null, post text not null,
  words text not null, seen_by text not null, seen_at text not null, checked_at text not null,
  missed_at text, lost_at text, taken_back_at text
) strict, without rowid;
create index proofs_complaint on proofs(complaint, seen_at);
create table looks(
  conversation text primary key, seen_at text, how text not null, sight text not null, next_at text, tries integer not null
) strict, without rowid;
create index looks_next on looks(next_at) where next_at is not null;

-- Replies being written, on their way, and gone. A reply's id is its idempotency key.
create table drafts(
  conversation text not null, person text not null, channel text not null, body text not null, at text not null,
  primary key(conversation, person, channel)
) strict, without rowid;
create table replies(
  id text primary key, conversation text not null, account text not null, person text not null, device text not null,
  parent_post text not null, text text not null, is_public integer not null, purpose text not null,
  body text not null,                   -- the draft it came from, so that undo gives it back
  state text not null, made_at text not null, not_before text not null, sending_at text, posted_at text,
  seen_at text, remote_id text not null, url text not null, trouble text not null, known_until text not null,
  known_rid integer not null, known_edits integer not null,  -- how much of the conversation its writer had seen
  promise_at text,
  check(state <> 'posted' or remote_id <> '')
) strict, without rowid;
create index replies_work on replies(state, not_before) where state in ('waiting', 'sending', 'unsure', 'held', 'refused');
create index replies_conversation on replies(conversation, made_at);
create index replies_person on replies(person, posted_at) where posted_at is not null;
create table promises(
  id text primary key, conversation text not null, person text not null, due_at text not null, made_at text not null,
  kept_at text, taken_back_at text
) strict, without rowid;
create index promises_due on promises(due_at) where kept_at is null and taken_back_at is null;
create index promises_conversation on promises(conversation);

-- People, the shop book, starters.
create table people(
  id text primary key, name text not null, role text not null, role_line text not null, sign_off text not null,
  added_at text not null, left_at text
) strict, without rowid;
create table limits(person text not null, thing text not null, value text not null, primary key(person, thing))
  strict, without rowid;
create table facts(
  id text primary key, title text not null, text text not null, topics text not null check(json_valid(topics)),
  checked_by text not null, checked_at text not null, removed_at text
) strict, without rowid;
create table hours(weekday integer not null, opens text not null, closes text not null, primary key(weekday, opens))
  strict, without rowid;
create table closures(day text primary key, note text not null) strict, without rowid;
create table wordings(
  id text primary key, situation text not null, part text not null, wording text not null, person text not null,
  made_at text not null, removed_at text
) strict, without rowid;
create table wording_uses(wording text not null, reply text not null, at text not null, primary key(wording, reply))
  strict, without rowid;
create index wording_uses_at on wording_uses(at);
"""


@steps()
def spine(db: Database) -> None:
    """Everything the main job needs, from a mention to an ending."""
    for statement in _statements(SPINE):
        db.execute(statement)


SPENDING = """
-- What was asked of places that count or charge: a row for each account, day and unit ("USD", "units").
create table spending(
  account text not null, day text not null, unit text not null, amount real not null, primary key(account, day, unit)
) strict, without rowid;
"""


@steps()
def spending(db: Database) -> None:
    """Places that charge for each call, or allow so many a day."""
    for statement in _statements(SPENDING):
        db.execute(statement)


COPIED = """
-- Replies that a person carries: on the clipboard, to be pasted there. A list asks for them at every row.
create index replies_copied on replies(conversation) where state = 'copied';
"""


@steps()
def copied(db: Database) -> None:
    """Places that can't be posted to from here."""
    for statement in _statements(COPIED):
        db.execute(statement)


ASKS = """
-- What helpers asked the owner before they promised it. A yes lifts the limits named in `things` for one reply.
create table asks(
  id text primary key, conversation text not null, person text not null, channel text not null, purpose text not null,
  body text not null check(json_valid(body)), promise_at text, question text not null,
  things text not null check(json_valid(things)), state text not null, at text not null,
  answered_by text not null default '', answered_at text, answer text not null default '',
  is_reworded integer not null default 0
) strict, without rowid;
create index asks_conversation on asks(conversation, at);
create index asks_open on asks(state, at) where state in ('waiting', 'yes', 'returned');
"""


@steps()
def asks(db: Database) -> None:
    """Helpers ask the owner, and the owner answers."""
    for statement in _statements(ASKS):
        db.execute(statement)


BOOK = """
-- What helpers would write in the Shop book; the owner uses it or not. An empty `fact` proposes a new one.
create table suggestions(
  id text primary key, fact text not null, title text not null, text text not null,
  topics text not null check(json_valid(topics)), person text not null, at text not null, settled_at text
) strict, without rowid;
create index suggestions_open on suggestions(at) where settled_at is null;
-- Which replies on a page say what a fact says.
create table fact_uses(fact text not null, reply text not null, at text not null, primary key(fact, reply))
  strict, without rowid;
"""


@steps()
def book(db: Database) -> None:
    """Suggestions for the Shop book, and how often a fact was used."""
    for statement in _statements(BOOK):
        db.execute(statement)


PINS = """
-- Who needs a PIN at this computer: an argon2id verifier, that of the owner's recovery sentence, and wrong tries.
create table pins(
  person text primary key, verifier text not null, recovery text not null default '', set_at text not null,
  wrong integer not null default 0, waits integer not null default 0, wait_from text, wait_until text
) strict, without rowid;
"""


@steps()
def pins(db: Database) -> None:
    """Several people at one computer, each with a PIN."""
    for statement in _statements(PINS):
        db.execute(statement)


HAPPENINGS = """
-- Many people, one cause: what we know about it, who is in it, and what everybody was told.
create table happenings(
  id text primary key, name text not null, key text not null,  -- what they have in common, as triage calls it
  know text not null, dont_know text not null, to_do text not null, next_at text,
  cause_known_by text not null,         -- who said "we know this"; "": nobody
  draft text not null, person text not null, made_at text not null, closed_at text, removed_at text
) strict, without rowid;
create index happenings_open on happenings(made_at) where closed_at is null and removed_at is null;
create table happening_members(
  happening text not null, conversation text not null, at text not null, removed_at text,
  primary key(happening, conversation)
) strict, without rowid;
create index happening_members_conversation on happening_members(conversation);
-- Words that went out to everybody, by a person's own hand. `next_at`: when more was promised, null in the last ones.
create table happening_words(
  id text primary key, happening text not null, person text not null, text text not null, place text not null,
  link text not null, at text not null, next_at text, removed_at text
) strict, without rowid;
create index happening_words_of on happening_words(happening, at);
-- What was asked about and is not one thing.
create table not_one_thing(key text not null, at text not null, person text not null, removed_at text,
  primary key(key, at)) strict, without rowid;
"""


@steps()
def happenings(db: Database) -> None:
    """Many people with one cause become one event."""
    for statement in _statements(HAPPENINGS):
        db.execute(statement)


PROMISED = """
-- Times found in the words of our replies: a promise once a person says so. `decision`: '' (nobody said), 'keep', 'no'.
create table found_promises(
  id text primary key, conversation text not null, reply text not null, due_at text not null, words text not null,
  decision text not null default '', person text not null default '', at text not null
) strict, without rowid;
create index found_promises_conversation on found_promises(conversation);
create index found_promises_reply on found_promises(reply);
-- Since when an ending is owed to passers-by: the case went on in private.
alter table complaints add column owed_since text;
update complaints set owed_since = (
  select min(posted_at) from posts where conversation = complaints.id and is_ours and not is_public and gone_at is null)
  where withdrawn_at is null and stage in ('no_answer', 'answered', 'fixed', 'asked');
create index complaints_owed on complaints(owed_since) where owed_since is not null and withdrawn_at is null;
"""


@steps()
def promised(db: Database) -> None:
    """Promises found in our words, and endings owed."""
    for statement in _statements(PROMISED):
        db.execute(statement)


SEEN_BY_A_PERSON = """
-- Who last said that a proof still shows, where only a person can look: a person's id, '' for the app itself.
alter table proofs add column checked_by text not null default '';
"""


@steps()
def seen_by_a_person(db: Database) -> None:
    """A person's look at a proof is kept with the proof."""
    for statement in _statements(SEEN_BY_A_PERSON):
        db.execute(statement)


TOLD = """
-- How each complaint stands, told to history once: from here on every change tells itself (retelling.py).
insert into events(id, at, device, person, subject, kind, body)
select
  lower(printf('%s-%s-7000-8000-%s', substr(now, 1, 8), substr(now, 9), hex(randomblob(6)))),
  strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), '', '', k.id, 'board',
  json_object(
    'opened_at', k.opened_at, 'stage', k.stage, 'stage_at', k.stage_at, 'fixed_how', k.fixed_how,
    'fixed_at', k.fixed_at, 'fixed_post', k.fixed_post, 'fixed_words', k.fixed_words, 'asked_at', k.asked_at,
    'flag', k.flag, 'flag_at', k.flag_at, 'standing_reason', k.standing_reason, 'standing_note', k.standing_note,
    'hint_post', k.hint_post, 'hint_words', k.hint_words, 'hint_no', k.hint_no, 'withdrawn_at', k.withdrawn_at,
    'owed_since', k.owed_since,
    'proofs', json((
      select json_group_array(json_object(
        'id', id, 'kind', kind, 'link', link, 'post', post, 'words', words, 'seen_by', seen_by, 'seen_at', seen_at,
        'missed_at', missed_at, 'lost_at', lost_at, 'taken_back_at', taken_back_at, 'checked_by', checked_by,
        'checked_at', iif(checked_by = '', seen_at, checked_at)))
      from (select * from proofs where complaint = k.id order by id))),
    'n', 1 + (select coalesce(max(json_extract(body, '$.n')), 0) from events where subject = k.id and kind = 'board'))
from complaints k,
  (select printf('%012x', cast((julianday('now') - 2440587.5) * 86400000 as integer)) as now);
"""


@steps()
def told(db: Database) -> None:
    """The board as it stands, told to history."""
    for statement in _statements(TOLD):
        db.execute(statement)


MOVED = """
-- When another time was given instead of this one: such a promise is over (`kept_at`), and was not kept.
alter table promises add column moved_at text;
"""


@steps()
def moved(db: Database) -> None:
    """A promise that another one replaced is told from one that was kept."""
    for statement in _statements(MOVED):
        db.execute(statement)


READING = """
-- What a guess knows of itself: which reader made it, how much it reads like a complaint (thousandths), what else it may
-- be where that is close, what it is about; and the order inside a rank, which now has room for the score.
alter table conversations add column read_by text not null default '';
alter table conversations add column score integer not null default 0;
alter table conversations add column is_unsure integer not null default 0;
alter table conversations add column maybe text not null default '';
alter table conversations add column topics text not null default '';
alter table conversations add column topics_are_guess integer not null default 1;
create index conversations_read_by on conversations(read_by) where kind_is_guess and done_at is null;
update conversations set rank = rank * 16 where rank > 0;
-- Guesses that a person sorted, to learn from: what was guessed, what they said. Its id is that of the event that tells it.
create table corrections(
  id text primary key, conversation text not null, post text not null, guessed text not null, said text not null,
  person text not null, at text not null, gone_at text  -- taken back, or forgotten
) strict, without rowid;
create index corrections_kept on corrections(id) where gone_at is null;
create index corrections_conversation on corrections(conversation);
"""


@steps()
def reading(db: Database) -> None:
    """What a guess rests on, and what the shop's own corrections teach."""
    for statement in _statements(READING):
        db.execute(statement)


SEARCHED = """
-- Notes are found like posts. Filled by notes.py, in search form.
create virtual table notes_fts using fts5(
  words, note unindexed, prefix='2', tokenize='unicode61 remove_diacritics 2');
insert into notes_fts(words, note) select text, id from notes;
-- The words of the indexes themselves, and how often each stands there: other forms of a word, and what was meant.
create virtual table posts_terms using fts5vocab(posts_fts, row);
create virtual table notes_terms using fts5vocab(notes_fts, row);
"""


@steps()
def searched(db: Database) -> None:
    """Notes are searched too, and near words are known."""
    for statement in _statements(SEARCHED):
        db.execute(statement)


BROUGHT_IN = """
-- Files that were brought in, what each of them brought, and the rows of it that couldn't be read. `state`: 'adding'
-- until the last row is in (or after the program was ended in the middle of it), 'added', 'undone'.
create table imports(
  id text primary key, at text not null, person text not null, file text not null, format text not null,
  account text not null, state text not null, added integer not null default 0, known integer not null default 0,
  broken integer not null default 0, first_at text, last_at text, ended_at text
) strict, without rowid;
create table imported(post text primary key, import text not null) strict, without rowid;
create index imported_by on imported(import);
create table unread_rows(
  import text not null, n integer not null, place text not null, why text not null, words text not null,
  primary key(import, n)
) strict, without rowid;
-- What was brought in can be taken out again, whole; nothing else ever is.
drop trigger posts_never_go;
create trigger posts_never_go before delete on posts when not exists(select 1 from imported where post = old.id)
begin select raise(abort, 'posts are kept'); end;
-- Our answers by what they answer: a question that comes after its answer finds it.
create index posts_our_answers on posts(account, parent_remote_id) where is_ours and parent_remote_id <> '';
"""


@steps()
def brought_in(db: Database) -> None:
    """History from files, and how to take it out again."""
    for statement in _statements(BROUGHT_IN):
        db.execute(statement)


CLAIMS = """
-- "I'm on it": who answers this one now. It ends by itself.
create table claims(
  conversation text primary key, person text not null, device text not null, since text not null, until text not null
) strict, without rowid;
"""


@steps()
def claims(db: Database) -> None:
    """Two people never answer the same conversation."""
    for statement in _statements(CLAIMS):
        db.execute(statement)


SHOP_NOTES = """
-- The shop's own notes on the timeline of its history: what changed, and when. Days are those of the shop's own place.
create table shop_notes(
  id text primary key, first text not null, last text not null, text text not null, person text not null,
  at text not null, removed_at text
) strict, without rowid;
"""


@steps()
def shop_notes(db: Database) -> None:
    """What changed in the shop stands beside what people said."""
    for statement in _statements(SHOP_NOTES):
        db.execute(statement)


SPOOLED = """
-- What a file holds, read and judged, until all of it is stored in one go: so stopping before that costs nothing.
create table spool(n integer primary key, body blob not null) strict;
"""


@steps()
def spooled(db: Database) -> None:
    """A file that is being brought in waits here, whole."""
    for statement in _statements(SPOOLED):
        db.execute(statement)


FORGOTTEN = """
-- What was forgotten: ids of people, posts and conversations, so that nothing of it comes in again. They are worked out
-- from what a place calls a thing and say nothing of it.
create table forgotten(id text primary key, forgetting text not null, at text not null) strict, without rowid;
create index forgotten_of on forgotten(forgetting);
-- Each time somebody was forgotten; until when it can be taken back, and when it was erased for good.
create table forgettings(
  id text primary key, at text not null, until text not null, person text not null, messages integer not null,
  undone_at text, erased_at text
) strict, without rowid;
-- What was brought in can be taken out again, and what is to be forgotten; nothing else ever is.
drop trigger posts_never_go;
create trigger posts_never_go before delete on posts
when not exists(select 1 from imported where post = old.id) and not exists(select 1 from forgotten where id = old.id)
begin select raise(abort, 'posts are kept'); end;
drop trigger events_never_go;
create trigger events_never_go before delete on events when not exists(select 1 from forgotten where id = old.subject)
begin select raise(abort, 'events are append-only'); end;
"""


@steps()
def forgotten(db: Database) -> None:
    """Somebody can be forgotten."""
    for statement in _statements(FORGOTTEN):
        db.execute(statement)


RESTING = """
-- Turns of phrase the shop leans on, that somebody lets rest for everybody. `words`: their words alone, in small letters.
create table resting_phrases(
  words text primary key, phrase text not null, person text not null, at text not null, until_at text not null
) strict, without rowid;
"""


@steps()
def resting(db: Database) -> None:
    """Phrases that were used too often rest."""
    for statement in _statements(RESTING):
        db.execute(statement)


YEARS = """
-- Years of history: the newest first without sorting, our words by conversation without reading them, and the words of
-- the indexes without counting where they stand (a common one stands in every other text).
create index conversations_first on conversations(first_at);
create index posts_ours on posts(conversation, is_ours, is_public, gone_at, written_by, posted_at) where is_ours;
create index posts_writers on posts(written_by, is_ours) where is_ours;
create index posts_gone on posts(conversation) where gone_at is not null;
create index complaints_standing on complaints(id, stage) where withdrawn_at is null;
drop table posts_terms;
drop table notes_terms;
create virtual table posts_terms using fts5vocab(posts_fts, instance);
create virtual table notes_terms using fts5vocab(notes_fts, instance);
-- How many complaints stand where, kept as they move.
create table stages(stage text primary key, n integer not null) strict, without rowid;
insert into stages(stage, n) select stage, count(*) from complaints where withdrawn_at is null group by stage;
create trigger complaints_came after insert on complaints when new.withdrawn_at is null begin
  insert into stages(stage, n) values(new.stage, 1) on conflict(stage) do update set n = n + 1;
end;
create trigger complaints_moved after update of stage, withdrawn_at on complaints
when old.stage is not new.stage or old.withdrawn_at is not new.withdrawn_at begin
  update stages set n = n - 1 where stage = old.stage and old.withdrawn_at is null;
  insert into stages(stage, n) select new.stage, 1 where new.withdrawn_at is null
    on conflict(stage) do update set n = n + 1;
end;
create trigger complaints_left after delete on complaints when old.withdrawn_at is null begin
  update stages set n = n - 1 where stage = old.stage;
end;
"""


@steps()
def years(db: Database) -> None:
    """A search over a million posts begins as soon as one over a thousand."""
    for statement in _statements(YEARS):
        db.execute(statement)


FACETS = """
-- What all conversations have in common, counted in the order of an index. Each holds all that is asked of it, so that
-- no row is read; topics first, since by them nothing is looked up.
create index conversations_sorts on conversations(topics, kind, platform);
drop index complaints_standing;
create index complaints_standing on complaints(id, stage, withdrawn_at) where withdrawn_at is null;
create index proofs_standing on proofs(complaint, seen_at, id, kind, post, lost_at, taken_back_at)
  where lost_at is null and taken_back_at is null;
create index posts_said_by_us on posts(id, is_ours) where is_ours;
drop index posts_writers;
create index posts_writers on posts(written_by, conversation, is_ours) where is_ours;
"""


@steps()
def facets(db: Database) -> None:
    """What years of history have in common is counted in a moment."""
    for statement in _statements(FACETS):
        db.execute(statement)


HURDLES = """
-- What a reply that was refused would need, where other words won't do: 'rights', 'nothing_there'; 'kept': it never goes,
-- and its words stay with the conversation. Till then it was told by how the sentence in `trouble` ends.
alter table replies add column hurdle text not null default '';
update replies set hurdle = 'rights' where state = 'refused' and trouble like '%with full access has to allow it.';
update replies set hurdle = 'nothing_there' where state = 'refused' and trouble like '%reply is kept here.';
update replies set hurdle = 'kept' where state = 'taken_back' and trouble = 'kept';
"""


@steps()
def hurdles(db: Database) -> None:
    """Why a reply was refused is a code, not the end of a sentence."""
    for statement in _statements(HURDLES):
        db.execute(statement)


def _statements(script: str) -> list[str]:
    """The script's statements one by one, so that a step stays inside its transaction."""
    found, start = [], 0
    for end, letter in enumerate(script):
        if letter == ";" and driver.is_a_statement(script[start : end + 1]):
            found.append(script[start : end + 1].strip())
            start = end + 1
    return found


def make(path: Path, version: int, key: Key | None = None) -> None:
    """An empty file as a program of that version would have made it."""
    with closing(driver.connect(str(path), key)) as conn:
        names = [step.name for step in steps.pending(Database(memory=True, execute_plugins=False))]
        steps.apply(Database(conn, execute_plugins=False), stop_before=names[version : version + 1])
        conn.execute(f"pragma application_id={APPLICATION_ID}")
        conn.execute(f"pragma user_version={version}")
        conn.commit()


def upgrade(path: Path, key: Key | None = None) -> None:
    """Applies the steps the file lacks. Raises StoreTooNew when it knows steps we don't."""
    with closing(driver.connect(str(path), key, timeout=10)) as conn:
        conn.execute("pragma journal_mode=wal")
        conn.execute("pragma synchronous=full")
        db = Database(conn, execute_plugins=False)
        ours = {step.name for step in steps.pending(Database(memory=True, execute_plugins=False))}
        if {step.name for step in steps.applied(db)} - ours:
            raise StoreTooNew("This shop was last opened with a newer Said & Done.")
        steps.apply(db)
        conn.execute(f"pragma application_id={APPLICATION_ID}")
        conn.execute(f"pragma user_version={SCHEMA}")
        conn.commit()
