"""Said & Done, without its screen: what the shop's work is. Pure Python; nothing here knows Qt.

The map. Data comes in by one porter and goes out by another, with a person in the middle:

    place ─ connectors/X.fetch ─> collect ─> posts, conversations, complaints
                                     │ reading.judge                 │ a person opens one
                                                                     v
            starters + shopbook ───────────────────────────────> drafts   (coach reads along)
                                                                     │ counter.post
                                                                     v
                                  outbox ─ deliver ─ connectors/X.reply ─> place
                                                                     │ lookout: what does a stranger see?
                                                                     v
                          complaints: no answer → answered → fixed, not shown → asked → shown

The front door   shop.py          a folder, its store, vault, clock and connectors: the screen holds one Shop
                 homes.py         where a shop must not live: network disks, folders that are synced
What people do   counter/         one act a function; each can be taken back and leaves an event
                 connecting.py    bringing a place in, letting it go
The porters      collect.py       carry in · bringing_in.py carry history in from a file
                 export.py        carry it out into one, with or without names · everything.py all of it
                 deliver.py       carry out, once or not at all · lookout.py go and look
                 hiding.py        hide abuse under our own posts, or show it again
                 sorting.py       which conversation a post belongs to · settling.py where it stands in the inbox
                 reading.py       triage, leaned by what this shop taught it; old guesses read anew
                 arriving.py      what follows from a reply being on the page
                 timekeeping.py   what waits keeps its time when the computer's clock is set or wrong
                 forgetting/      taking somebody out of this shop, its copies too, and bringing them back in time
                 wiping.py        what SQLite leaves of deleted rows in the file, written over
The rooms        accounts posts conversations corrections complaints happenings looks drafts claims asks outbox
                 promises notes people pins shopbook shopnotes starters settings history forgotten: each owns its
                 tables (`OWNS`), reads anywhere, writes only at home
                 inbox.py         the rows of the inbox, as they wait · past.py those of History, with how each ended
                 passerby.py      what a passer-by sees, worked out from the rooms · debts.py what is owed by when
                 searching/       the query language of History, over all the rooms
                 weekly.py        the week on one page, of the board's own numbers
                 insights.py      what a time looks like in numbers, each with its query · sounding.py how replies sound
                 retelling.py     the board told from events: kept so that it can be checked and built anew
                 imports/         a file is an export format; its readers know no store, marks.py what each file brought
Reading words    language/        words, times, money in a text · triage/ what a post is · coach/ what a draft lacks
                 writing.py       a text being written: parts, typed words, blanks
The doors        store.py, migrations.py, driver.py (SQLite, plain or under a password)
                 web.py with exchange.py, pace.py, wires.py (HTTP) · vault.py (keyring)
                 mailbox.py (mail, only read) · pictures.py (files a person added to a post) · aside.py (set aside)
                 public_holidays.py (calendars of countries, from a library that knows no network)
The places       connectors/      a file is a platform; oauth.py, answers.py, tariff.py (resources/places.json) help
                 connectors/webpage.py which words stand on an ordinary page, for what came by hand, feed or mail
                 faces.py         their names · spending.py what they charge
                 practice/        the pretend shop, its public, its lessons
The nouns        records.py · errors.py (what goes wrong and is no bug) · clock.py · ids.py · changes.py
A source more    model/            openings by a language model, off by default; can be deleted whole
Errands          cli.py (command line), terminal.py, letting_go.py (`forget`, `keep`) · checkup.py (`check`)
                 backups.py (copies of the shop file)
                 repairing.py (`check --repair`) with salvage.py, which reads what a damaged file still gives
                 pages.py, the pages of a file under a password, so that one damaged doesn't hide the others
At rest          keys.py the ways into a protected shop · sealing.py its files under a password, or plain again
                 sealed.py one file that leaves the house under it
                 moving.py one file by which the shop goes to another computer
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy comes: its threads cost more than our sums
