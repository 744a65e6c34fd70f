<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>words</name>
    <message>
      <location filename="ui/conversation/header.py" />
      <source> An ending has been owed here since {when}.</source>
      <translation> Hier ist seit {when} ein Ausgang überfällig.</translation>
    </message>
    <message>
      <location filename="ui/conversation/header.py" />
      <source> An ending is owed here by {when}.</source>
      <translation> Hier ist bis {when} ein Ausgang fällig.</translation>
    </message>
    <message>
      <location filename="ui/conversation/desk.py" />
      <source> Google checks replies first, so it may take a few minutes to show.</source>
      <translation> Google prüft Antworten zuerst, es kann also ein paar Minuten dauern, bis sie zu sehen ist.</translation>
    </message>
    <message>
      <location filename="ui/complaints/top.py" />
      <source> It is already fixed.</source>
      <translation> Sie ist schon behoben.</translation>
    </message>
    <message>
      <location filename="ui/sights.py" />
      <source> No sign it was fixed.</source>
      <translation> Kein Zeichen, dass es behoben wurde.</translation>
    </message>
    <message>
      <location filename="ui/conversation/desk.py" />
      <source> This answer takes the place of the one before.</source>
      <translation> Diese Antwort ersetzt die vorige.</translation>
    </message>
    <message>
      <location filename="ui/conversation/facts.py" />
      <source> and </source>
      <translation> und </translation>
    </message>
    <message>
      <location filename="ui/sights.py" />
      <source> on {date}. Nothing to see.</source>
      <translation> am {date}. Nichts zu sehen.</translation>
    </message>
    <message>
      <location filename="ui/conversation/facts.py" />
      <source> or </source>
      <translation> oder </translation>
    </message>
    <message>
      <location filename="ui/complaints/top.py" />
      <source> this year show a resolution</source>
      <translation> zeigen dieses Jahr den Ausgang</translation>
    </message>
    <message>
      <location filename="ui/complaints/top.py" />
      <source> {n} of them are already fixed.</source>
      <translation> {n} davon sind schon behoben.</translation>
    </message>
    <message>
      <location filename="ui/complaints/top.py" />
      <source> {n} of them is already fixed.</source>
      <translation> {n} davon ist schon behoben.</translation>
    </message>
    <message>
      <location filename="ui/complaints/page.py" />
      <source> · {key} move</source>
      <translation> · {key} verschieben</translation>
    </message>
    <message numerus="yes">
      <location filename="desktop/repairing.py" />
      <source>%n accounts</source>
      <translation>
        <numerusform>%n Konto</numerusform>
        <numerusform>%n Konten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="desktop/coach/holds.py" />
      <source>%n blanks to fill</source>
      <translation>
        <numerusform>%n Lücke zu füllen</numerusform>
        <numerusform>%n Lücken zu füllen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/composer/next_step.py" />
      <source>%n character over</source>
      <translation>%n Zeichen zu viel</translation>
    </message>
    <message numerus="yes">
      <location filename="ui/composer/next_step.py" />
      <source>%n characters over</source>
      <translation>
        <numerusform>%n Zeichen zu viel</numerusform>
        <numerusform>%n Zeichen zu viel</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="desktop/coach/holds.py" />
      <source>%n characters over for {place}</source>
      <translation>
        <numerusform>%n Zeichen zu viel für {place}</numerusform>
        <numerusform>%n Zeichen zu viel für {place}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="desktop/repairing.py" />
      <source>%n complaints on the board</source>
      <translation>
        <numerusform>%n Beschwerde auf der Tafel</numerusform>
        <numerusform>%n Beschwerden auf der Tafel</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="desktop/repairing.py" />
      <source>%n conversations</source>
      <translation>
        <numerusform>%n Gespräch</numerusform>
        <numerusform>%n Gespräche</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/settings/choices.py" />
      <source>%n day</source>
      <translation>%n Tag</translation>
    </message>
    <message numerus="yes">
      <location filename="ui/settings/choices.py" />
      <source>%n days</source>
      <translation>
        <numerusform>%n Tag</numerusform>
        <numerusform>%n Tage</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="desktop/repairing.py" />
      <source>%n drafts</source>
      <translation>
        <numerusform>%n Entwurf</numerusform>
        <numerusform>%n Entwürfe</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="desktop/repairing.py" />
      <source>%n entries of the history</source>
      <translation>
        <numerusform>%n Eintrag des Verlaufs</numerusform>
        <numerusform>%n Einträge des Verlaufs</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="desktop/repairing.py" />
      <source>%n facts of the Shop book</source>
      <translation>
        <numerusform>%n Tatsache des Ladenbuchs</numerusform>
        <numerusform>%n Tatsachen des Ladenbuchs</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="desktop/repairing.py" />
      <source>%n messages</source>
      <translation>
        <numerusform>%n Nachricht</numerusform>
        <numerusform>%n Nachrichten</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/settings/choices.py" />
      <source>%n minute</source>
      <translation>%n Minute</translation>
    </message>
    <message numerus="yes">
      <location filename="ui/settings/choices.py" />
      <source>%n minutes</source>
      <translation>
        <numerusform>%n Minute</numerusform>
        <numerusform>%n Minuten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/composer/coach_panel.py" />
      <source>%n more</source>
      <translation>
        <numerusform>noch %n</numerusform>
        <numerusform>noch %n</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="desktop/repairing.py" />
      <source>%n names of people who wrote</source>
      <translation>
        <numerusform>%n Name von Leuten, die schrieben</numerusform>
        <numerusform>%n Namen von Leuten, die schrieben</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="desktop/repairing.py" />
      <source>%n notes</source>
      <translation>
        <numerusform>%n Notiz</numerusform>
        <numerusform>%n Notizen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="desktop/repairing.py" />
      <source>%n other entries</source>
      <translation>
        <numerusform>%n anderer Eintrag</numerusform>
        <numerusform>%n andere Einträge</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="desktop/repairing.py" />
      <source>%n people</source>
      <translation>
        <numerusform>%n Person</numerusform>
        <numerusform>%n Personen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="desktop/repairing.py" />
      <source>%n promises</source>
      <translation>
        <numerusform>%n Zusage</numerusform>
        <numerusform>%n Zusagen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="desktop/repairing.py" />
      <source>%n proofs of endings</source>
      <translation>
        <numerusform>%n Nachweis eines Ausgangs</numerusform>
        <numerusform>%n Nachweise von Ausgängen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="desktop/repairing.py" />
      <source>%n replies</source>
      <translation>
        <numerusform>%n Antwort</numerusform>
        <numerusform>%n Antworten</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/settings/choices.py" />
      <source>%n second</source>
      <translation>%n Sekunde</translation>
    </message>
    <message numerus="yes">
      <location filename="ui/settings/choices.py" />
      <source>%n seconds</source>
      <translation>
        <numerusform>%n Sekunde</numerusform>
        <numerusform>%n Sekunden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/composer/coach_panel.py" />
      <source>%n to fill</source>
      <translation>
        <numerusform>%n zu füllen</numerusform>
        <numerusform>%n zu füllen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/composer/coach_panel.py" />
      <source>%n to look at</source>
      <translation>
        <numerusform>%n anzusehen</numerusform>
        <numerusform>%n anzusehen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="desktop/counter/resting.py" />
      <source>%n wordings rest till {date}</source>
      <translation>
        <numerusform>%n Formulierung ruht bis {date}</numerusform>
        <numerusform>%n Formulierungen ruhen bis {date}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/bringing_in/columns.py" />
      <source>(none)</source>
      <translation>(keine)</translation>
    </message>
    <message>
      <location filename="ui/moments.py" />
      <source>,</source>
      <translation>.</translation>
    </message>
    <message>
      <location filename="ui/inbox/model.py" />
      <source>, closed</source>
      <translation>, zu</translation>
    </message>
    <message>
      <location filename="ui/welcome/story.py" />
      <source>, not a complaint.</source>
      <translation>, keine Beschwerde.</translation>
    </message>
    <message>
      <location filename="ui/inbox/model.py" />
      <source>, open</source>
      <translation>, offen</translation>
    </message>
    <message>
      <location filename="ui/ending/write_tab.py" />
      <source>, so nobody is put on the spot.</source>
      <translation>, damit niemand in Verlegenheit kommt.</translation>
    </message>
    <message>
      <location filename="ui/ending/dialog.py" />
      <source>, we’ll suggest saying it yourselves.</source>
      <translation>, schlagen wir vor, dass Sie es selbst sagen.</translation>
    </message>
    <message>
      <location filename="ui/ending/write_tab.py" />
      <source>. Facts only: what was done, when, and that {name} has it.</source>
      <translation>. Nur Tatsachen: was getan wurde, wann, und dass {name} es hat.</translation>
    </message>
    <message>
      <location filename="ui/sights.py" />
      <source>. Nothing to see.</source>
      <translation>. Nichts zu sehen.</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>1 account needs you</source>
      <translation>1 Konto braucht Sie</translation>
    </message>
    <message>
      <location filename="ui/inbox/listing.py" />
      <source>1 complaint is fixed</source>
      <translation>1 Beschwerde ist behoben</translation>
    </message>
    <message>
      <location filename="ui/main_window.py" />
      <source>1 draft can’t be saved.</source>
      <translation>1 Entwurf kann nicht gespeichert werden.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>1 draft isn’t saved yet: its words are only in this window.</source>
      <translation>1 Entwurf ist noch nicht gespeichert: Seine Worte stehen nur in diesem Fenster.</translation>
    </message>
    <message>
      <location filename="ui/shopbook/page.py" />
      <source>1 fact needs checking</source>
      <translation>1 Angabe ist zu prüfen</translation>
    </message>
    <message>
      <location filename="ui/practice/banner.py" />
      <source>1 min = 1 min</source>
      <translation>1 Min. = 1 Min.</translation>
    </message>
    <message>
      <location filename="ui/practice/banner.py" />
      <source>1 min = 1 s</source>
      <translation>1 Min. = 1 s</translation>
    </message>
    <message>
      <location filename="ui/practice/banner.py" />
      <source>1 min = 10 s</source>
      <translation>1 Min. = 10 s</translation>
    </message>
    <message>
      <location filename="ui/people/page.py" />
      <source>1 minute</source>
      <translation>1 Minute</translation>
    </message>
    <message>
      <location filename="ui/inbox/listing.py" />
      <source>1 needs someone</source>
      <translation>1 braucht jemanden</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>1 of them a complaint</source>
      <translation>1 davon eine Beschwerde</translation>
    </message>
    <message>
      <location filename="ui/ending/dialog.py" />
      <source>1 opening day</source>
      <translation>1 Öffnungstag</translation>
    </message>
    <message>
      <location filename="ui/inbox/listing.py" />
      <source>1 other is</source>
      <translation>1 weiteres wartet</translation>
    </message>
    <message>
      <location filename="ui/outbox_desk.py" />
      <source>1 reply hasn’t gone yet</source>
      <translation>1 Antwort ist noch nicht draußen</translation>
    </message>
    <message>
      <location filename="ui/lock/meanwhile.py" />
      <source>1 reply in the outbox goes when there’s a connection.</source>
      <translation>1 Antwort im Postausgang geht, sobald eine Verbindung da ist.</translation>
    </message>
    <message>
      <location filename="ui/lock/meanwhile.py" />
      <source>1 reply in the outbox will still go at {time}.</source>
      <translation>1 Antwort im Postausgang geht noch um {time}.</translation>
    </message>
    <message>
      <location filename="ui/lock/meanwhile.py" />
      <source>1 reply in the outbox will still go.</source>
      <translation>1 Antwort im Postausgang geht noch.</translation>
    </message>
    <message>
      <location filename="ui/lock/meanwhile.py" />
      <source>1 reply is held in the outbox.</source>
      <translation>1 Antwort wird im Postausgang zurückgehalten.</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>1 reply needs you</source>
      <translation>1 Antwort braucht Sie</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>1 star</source>
      <translation>1 Stern</translation>
    </message>
    <message>
      <location filename="ui/ask_desk.py" />
      <source>1 thing</source>
      <translation>1 Sache</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>1 to 2 h</source>
      <translation>1 bis 2 h</translation>
    </message>
    <message>
      <location filename="ui/widgets/pin_boxes.py" />
      <source>1 try left before a {wait}.</source>
      <translation>Noch 1 Versuch, dann {wait}.</translation>
    </message>
    <message>
      <location filename="ui/main_window.py" />
      <source>1 was forgotten meanwhile.</source>
      <translation>Eine davon wurde inzwischen vergessen.</translation>
    </message>
    <message>
      <location filename="ui/accounts/how_far.py" />
      <source>1 year</source>
      <translation>1 Jahr</translation>
    </message>
    <message>
      <location filename="ui/settings/how_long.py" />
      <source>10 years</source>
      <translation>10 Jahre</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>15 to 60 min</source>
      <translation>15 bis 60 min</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>2 to 4 h</source>
      <translation>2 bis 4 h</translation>
    </message>
    <message>
      <location filename="ui/settings/how_long.py" />
      <source>2 years</source>
      <translation>2 Jahre</translation>
    </message>
    <message>
      <location filename="ui/practice/public_panel.py" />
      <source>20 passers-by read your page today</source>
      <translation>20 Passanten lesen heute Ihre Seite</translation>
    </message>
    <message>
      <location filename="ui/shopbook/closures.py" />
      <source>24 to 28 June</source>
      <translation>24. bis 28. Juni</translation>
    </message>
    <message>
      <location filename="ui/accounts/how_far.py" />
      <source>30 days</source>
      <translation>30 Tage</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>4 h to a day</source>
      <translation>4 h bis ein Tag</translation>
    </message>
    <message>
      <location filename="ui/settings/how_long.py" />
      <source>5 years</source>
      <translation>5 Jahre</translation>
    </message>
    <message>
      <location filename="ui/settings/how_long.py" />
      <source>6 months</source>
      <translation>6 Monate</translation>
    </message>
    <message>
      <location filename="ui/ending/write_tab.py" />
      <source>: {place} has no private messages here.</source>
      <translation>: {place} hat hier keine privaten Nachrichten.</translation>
    </message>
    <message>
      <location filename="ui/status_bar.py" />
      <source>? for keys</source>
      <translation>? für Tasten</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_reviews.py" />
      <source>A Google user</source>
      <translation>Jemand auf Google</translation>
    </message>
    <message>
      <location filename="ui/people/pin.py" />
      <source>A PIN for you</source>
      <translation>Eine PIN für Sie</translation>
    </message>
    <message>
      <location filename="ui/people/pin.py" />
      <source>A PIN for {name}</source>
      <translation>Eine PIN für {name}</translation>
    </message>
    <message>
      <location filename="ui/people/pin.py" />
      <source>A PIN has 4 to 8 digits.</source>
      <translation>Eine PIN hat 4 bis 8 Ziffern.</translation>
    </message>
    <message>
      <location filename="desktop/pins.py" />
      <source>A PIN has {least} to {most} digits.</source>
      <translation>Eine PIN hat {least} bis {most} Ziffern.</translation>
    </message>
    <message>
      <location filename="desktop/coach/tone.py" />
      <source>A bit bright for this one</source>
      <translation>Dafür etwas zu munter</translation>
    </message>
    <message>
      <location filename="desktop/counter/answering.py" />
      <source>A blank can't be posted.</source>
      <translation>Eine Lücke lässt sich nicht posten.</translation>
    </message>
    <message>
      <location filename="desktop/starters/kept.py" />
      <source>A blank is a name from the list, between { and }.</source>
      <translation>Eine Lücke ist ein Name aus der Liste, zwischen { und }.</translation>
    </message>
    <message>
      <location filename="desktop/imports/car.py" />
      <source>A block of that repository can’t be read.</source>
      <translation>Ein Block dieses Repositorys lässt sich nicht lesen.</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>A cause too early</source>
      <translation>Eine Ursache zu früh</translation>
    </message>
    <message>
      <location filename="desktop/counter/hours.py" />
      <source>A closure is a day or more, up to a year.</source>
      <translation>Eine Schließung dauert einen Tag oder länger, bis zu einem Jahr.</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>A complaint now shows its ending</source>
      <translation>Eine Beschwerde zeigt jetzt ihren Ausgang</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>A complaint that now shows its ending</source>
      <translation>Eine Beschwerde, die jetzt ihren Ausgang zeigt</translation>
    </message>
    <message>
      <location filename="ui/settings/copies.py" />
      <source>A copy is made and checked each day, in the shop folder. Kept are those of the last 7 days, of 4 weeks and of 12 months.</source>
      <translation>Jeden Tag wird im Ladenordner eine Kopie gemacht und geprüft. Aufgehoben werden die der letzten 7 Tage, von 4 Wochen und von 12 Monaten.</translation>
    </message>
    <message>
      <location filename="ui/insights/own_dates.py" />
      <source>A day (3 Mar 2025, 2025-03-03), a month (Mar 2025) or a year.</source>
      <translation>Ein Tag (3. März 2025, 2025-03-03), ein Monat (März 2025) oder ein Jahr.</translation>
    </message>
    <message>
      <location filename="desktop/counter/book.py" />
      <source>A fact needs a sentence or two.</source>
      <translation>Eine Angabe braucht einen Satz oder zwei.</translation>
    </message>
    <message>
      <location filename="desktop/counter/book.py" />
      <source>A fact needs a title.</source>
      <translation>Eine Angabe braucht einen Titel.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/feed.py" />
      <source>A feed hands out all it lists: what is older is fetched, and left out here.</source>
      <translation>Ein Feed gibt alles heraus, was er aufführt: Älteres wird geholt und hier weggelassen.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/feed.py" />
      <source>A feed only tells; it takes no answers.</source>
      <translation>Ein Feed meldet nur; er nimmt keine Antworten an.</translation>
    </message>
    <message>
      <location filename="desktop/imports/jsons.py" />
      <source>A file in it can’t be read: it isn’t what its name says.</source>
      <translation>Eine Datei darin ist nicht lesbar: Sie ist nicht, was ihr Name sagt.</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>A first answer is due at {time}</source>
      <translation>Eine erste Antwort ist um {time} fällig</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>A first answer was due at {time}</source>
      <translation>Eine erste Antwort war um {time} fällig</translation>
    </message>
    <message>
      <location filename="desktop/coach/looks.py" />
      <source>A first name makes it a person.</source>
      <translation>Ein Vorname macht daraus einen Menschen.</translation>
    </message>
    <message>
      <location filename="ui/moving.py" />
      <source>A folder for the shop, on a disk of this computer</source>
      <translation>Ein Ordner für den Laden, auf einem Datenträger dieses Computers</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>A gift tied to a post</source>
      <translation>Geschenk gegen Beitrag</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>A helper who asks me something</source>
      <translation>Eine Aushilfe, die mich etwas fragt</translation>
    </message>
    <message>
      <location filename="desktop/model/place.py" />
      <source>A host that is sent to without asking each time</source>
      <translation>Ein Server, an den ohne Nachfrage gesendet wird</translation>
    </message>
    <message>
      <location filename="desktop/model/place.py" />
      <source>A key has no spaces and only plain letters, digits and signs.</source>
      <translation>Ein Schlüssel hat keine Leerzeichen und nur einfache Buchstaben, Ziffern und Zeichen.</translation>
    </message>
    <message>
      <location filename="desktop/model/asking.py" />
      <source>A language model isn't used here.</source>
      <translation>Ein Sprachmodell wird hier nicht benutzt.</translation>
    </message>
    <message>
      <location filename="ui/happening/closing.py" />
      <source>A last public update?</source>
      <translation>Ein letztes öffentliches Wort?</translation>
    </message>
    <message>
      <location filename="ui/ending/leave_standing.py" />
      <source>A line about it, for who reads this later</source>
      <translation>Eine Zeile dazu, für alle, die es später lesen</translation>
    </message>
    <message>
      <location filename="ui/history/export_dialog.py" />
      <source>A line for each message, for a spreadsheet.</source>
      <translation>Eine Zeile je Nachricht, für eine Tabellenkalkulation.</translation>
    </message>
    <message>
      <location filename="ui/composer/context.py" />
      <source>A little warmth while you look something up</source>
      <translation>Etwas Wärme, während Sie nachsehen</translation>
    </message>
    <message>
      <location filename="desktop/connectors/mail.py" />
      <source>A mailbox with IMAP. It is read and never changed, and only mails of those places are opened.</source>
      <translation>Ein Postfach mit IMAP. Es wird gelesen und nie verändert, und nur Mails dieser Orte werden geöffnet.</translation>
    </message>
    <message>
      <location filename="ui/lock/way_back.py" />
      <source>A new PIN, 4 to 8 digits</source>
      <translation>Eine neue PIN, 4 bis 8 Ziffern</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>A new complaint</source>
      <translation>Eine neue Beschwerde</translation>
    </message>
    <message>
      <location filename="ui/conversation/event.py" />
      <source>A new event</source>
      <translation>Neuer Vorfall</translation>
    </message>
    <message>
      <location filename="ui/accounts/page.py" />
      <source>A new place</source>
      <translation>Ein neuer Ort</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>A new question</source>
      <translation>Eine neue Frage</translation>
    </message>
    <message>
      <location filename="ui/people/pin.py" />
      <source>A new recovery sentence. The one before opens nothing any more.</source>
      <translation>Ein neuer Wiederherstellungssatz. Der vorige öffnet nichts mehr.</translation>
    </message>
    <message>
      <location filename="desktop/counter/noting.py" />
      <source>A note needs a few words.</source>
      <translation>Eine Notiz braucht ein paar Wörter.</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>A note on the timeline: what changed in the shop, and when</source>
      <translation>Eine Notiz auf der Zeitleiste: was sich im Laden geändert hat, und wann</translation>
    </message>
    <message>
      <location filename="ui/single_keys.py" />
      <source>A note, a new fact, a person more</source>
      <translation>Notiz, neue Angabe, weitere Person</translation>
    </message>
    <message>
      <location filename="desktop/connectors/mail.py" />
      <source>A notice by mail only tells; it takes no answers.</source>
      <translation>Eine Mitteilung per Mail meldet nur; sie nimmt keine Antworten an.</translation>
    </message>
    <message>
      <location filename="desktop/imports/bluesky.py" />
      <source>A part of the repository isn’t in the file.</source>
      <translation>Ein Teil des Repositorys ist nicht in der Datei.</translation>
    </message>
    <message>
      <location filename="ui/welcome/story.py" />
      <source>A passer-by reading this now sees </source>
      <translation>Ein Passant, der das jetzt liest, sieht </translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>A passer-by sees a complaint. Nobody replied.</source>
      <translation>Ein Passant sieht eine Beschwerde. Niemand hat geantwortet.</translation>
    </message>
    <message>
      <location filename="desktop/coach/canned.py" />
      <source>A passer-by sees them both on the same page.</source>
      <translation>Ein Passant sieht beide auf derselben Seite.</translation>
    </message>
    <message>
      <location filename="desktop/counter/endings.py" />
      <source>A passer-by sees your answer.</source>
      <translation>Ein Passant sieht Ihre Antwort.</translation>
    </message>
    <message>
      <location filename="ui/sights.py" />
      <source>A passer-by sees: </source>
      <translation>Ein Passant sieht: </translation>
    </message>
    <message>
      <location filename="desktop/coach/steps.py" />
      <source>A passer-by will still see no answer</source>
      <translation>Ein Passant sieht weiter keine Antwort</translation>
    </message>
    <message>
      <location filename="ui/ending/dialog.py" />
      <source>A passer-by, before and after</source>
      <translation>Ein Passant, vorher und nachher</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>A password for somebody else</source>
      <translation>Ein Passwort für jemand anderen</translation>
    </message>
    <message>
      <location filename="ui/settings/protection.py" />
      <source>A password for somebody else…</source>
      <translation>Ein Passwort für jemand anderen…</translation>
    </message>
    <message>
      <location filename="desktop/keys.py" />
      <source>A password for the shop file has at least {least_letters} characters.</source>
      <translation>Ein Passwort für die Ladendatei hat mindestens {least_letters} Zeichen.</translation>
    </message>
    <message>
      <location filename="desktop/keys.py" />
      <source>A password of digits alone is soon tried.</source>
      <translation>Ein Passwort nur aus Ziffern ist schnell durchprobiert.</translation>
    </message>
    <message>
      <location filename="ui/settings/protection.py" />
      <source>A password protects the files while the shop is closed: on a laptop that was lost or sold, on a stick, in a copy somewhere. It can’t protect a shop that is open, nor against somebody who puts programs on this computer under your login. A PIN only says who is at the counter; it never opens the file. For people who mustn’t see each other’s work at all, give each a login of their own.</source>
      <translation>Ein Passwort schützt die Dateien, solange der Laden zu ist: auf einem verlorenen oder verkauften Laptop, auf einem Stick, in einer Kopie irgendwo. Einen offenen Laden kann es nicht schützen, auch nicht vor jemandem, der unter Ihrer Anmeldung Programme auf diesen Computer bringt. Eine PIN sagt nur, wer am Tresen ist; sie öffnet nie die Datei. Für Leute, die die Arbeit der anderen gar nicht sehen dürfen, richten Sie eigene Anmeldungen am Computer ein.</translation>
    </message>
    <message>
      <location filename="desktop/counter/team.py" />
      <source>A person needs a name.</source>
      <translation>Eine Person braucht einen Namen.</translation>
    </message>
    <message>
      <location filename="ui/composer/context.py" />
      <source>A person's name</source>
      <translation>Der Name einer Person</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>A phrase that rests</source>
      <translation>Eine Wendung, die ruht</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>A place that needs a new sign-in</source>
      <translation>Ein Ort, an dem neu angemeldet werden muss</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>A pretend page. There is nothing to open.</source>
      <translation>Eine gespielte Seite. Hier gibt es nichts zu öffnen.</translation>
    </message>
    <message>
      <location filename="desktop/counter/endings.py" />
      <source>A private message shows nothing to a passer-by.</source>
      <translation>Eine private Nachricht zeigt einem Passanten nichts.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/instagram.py" />
      <source>A professional account, and an app of your own at developers.facebook.com</source>
      <translation>Ein professionelles Konto und eine eigene App bei developers.facebook.com</translation>
    </message>
    <message>
      <location filename="desktop/connectors/youtube.py" />
      <source>A project of your own in the Google Cloud console, with the YouTube Data API switched on and a client of the kind Desktop app.</source>
      <translation>Ein eigenes Projekt in der Google Cloud Console, mit eingeschalteter YouTube Data API und einem Client der Art Desktop-App.</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>A promise is due at {time}</source>
      <translation>Eine Zusage ist um {time} fällig</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>A promise or an answer that is due</source>
      <translation>Eine Zusage oder eine Antwort, die fällig ist</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>A promise was due at {time}</source>
      <translation>Eine Zusage war um {time} fällig</translation>
    </message>
    <message>
      <location filename="desktop/imports/rows.py" />
      <source>A quotation mark too many or too few, or far too long a text.</source>
      <translation>Ein Anführungszeichen zu viel oder zu wenig, oder ein viel zu langer Text.</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>A reply that says the problem back is rated higher by those who read along.</source>
      <translation>Eine Antwort, die das Problem wiedergibt, bewerten Mitlesende besser.</translation>
    </message>
    <message>
      <location filename="desktop/forgetting/person.py" />
      <source>A reply to them is just going out.</source>
      <translation>Eine Antwort an diese Person geht gerade hinaus.</translation>
    </message>
    <message>
      <location filename="desktop/counter/answering.py" />
      <source>A reply to this is already on its way.</source>
      <translation>Eine Antwort darauf ist schon unterwegs.</translation>
    </message>
    <message>
      <location filename="ui/history/saved_list.py" />
      <source>A search needs a name.</source>
      <translation>Eine Suche braucht einen Namen.</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>A second thing unanswered</source>
      <translation>Ein zweiter Punkt unbeantwortet</translation>
    </message>
    <message>
      <location filename="desktop/vault.py" />
      <source>A secret can't have that name.</source>
      <translation>A secret can't have that name.</translation>
    </message>
    <message>
      <location filename="desktop/moving.py" />
      <source>A shop is being moved in here.</source>
      <translation>Hier zieht gerade ein Laden ein.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/mastodon.py" />
      <source>A sign-in key. Your server makes one under Preferences, Development, and calls it an access token.</source>
      <translation>Ein Anmeldeschlüssel. Ihr Server erstellt ihn unter „Einstellungen“, „Entwicklung“ und nennt ihn Zugangstoken.</translation>
    </message>
    <message>
      <location filename="desktop/coach/looks.py" />
      <source>A time, even a long one, is kinder than “soon”.</source>
      <translation>Eine Zeit, auch eine lange, ist freundlicher als „bald“.</translation>
    </message>
    <message>
      <location filename="ui/welcome/story.py" />
      <source>A visible ending</source>
      <translation>Ein sichtbarer Ausgang</translation>
    </message>
    <message>
      <location filename="ui/shopbook/voice.py" />
      <source>A visible ending in</source>
      <translation>Sichtbarer Ausgang: höchstens</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>A visible ending in so many days</source>
      <translation>Ein sichtbarer Ausgang in so vielen Tagen</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>A week begins on</source>
      <translation>Die Woche beginnt am</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>A word that sounds like selling</source>
      <translation>Ein Wort, das nach Verkaufen klingt</translation>
    </message>
    <message>
      <location filename="desktop/starters/kept.py" />
      <source>A wording has at most {longest} characters.</source>
      <translation>Eine Formulierung hat höchstens {longest} Zeichen.</translation>
    </message>
    <message>
      <location filename="desktop/starters/kept.py" />
      <source>A wording needs words around its blanks.</source>
      <translation>Eine Formulierung braucht Worte um ihre Lücken.</translation>
    </message>
    <message>
      <location filename="ui/settings/dialog.py" />
      <source>A wording that was used rests</source>
      <translation>Eine benutzte Formulierung ruht</translation>
    </message>
    <message>
      <location filename="ui/theme/paint.py" />
      <source>AL</source>
      <translation>AL</translation>
    </message>
    <message>
      <location filename="ui/conversation/view.py" />
      <source>AUP</source>
      <translation>AUP</translation>
    </message>
    <message>
      <location filename="desktop/triage/naming.py" />
      <source>Aa</source>
      <translation>Aa</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Abney and others</source>
      <translation>Abney u. a.</translation>
    </message>
    <message>
      <location filename="ui/history/facets.py" />
      <source>About</source>
      <translation>Worum es geht</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>About Said &amp; Done</source>
      <translation>Über Said &amp; Done</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>About Said &amp;&amp; Done</source>
      <translation>Über Said &amp;&amp; Done</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Abusive</source>
      <translation>Beleidigend</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Abusive, and reported to {place}</source>
      <translation>Beleidigend, und {place} gemeldet</translation>
    </message>
    <message>
      <location filename="desktop/web.py" />
      <source>Accept</source>
      <translation>Accept</translation>
    </message>
    <message>
      <location filename="desktop/connectors/facebook.py" />
      <source>Access token</source>
      <translation>Zugriffstoken</translation>
    </message>
    <message>
      <location filename="ui/accounts/page.py" />
      <source>Accounts</source>
      <translation>Konten</translation>
    </message>
    <message>
      <location filename="ui/pages.py" />
      <source>AccountsPage</source>
      <translation>AccountsPage</translation>
    </message>
    <message>
      <location filename="ui/accounts/glance.py" />
      <source>Accounts…</source>
      <translation>Konten…</translation>
    </message>
    <message>
      <location filename="desktop/coach/__init__.py" />
      <source>Action</source>
      <translation>Action</translation>
    </message>
    <message>
      <location filename="ui/freedesktop.py" />
      <source>ActionInvoked</source>
      <translation>ActionInvoked</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>Add</source>
      <translation>Hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/shopbook/holidays.py" />
      <source>Add 1 closed day</source>
      <translation>1 geschlossenen Tag hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/people/adding.py" />
      <source>Add a helper and each reply carries a name.</source>
      <translation>Fügen Sie eine Aushilfe hinzu, und jede Antwort trägt einen Namen.</translation>
    </message>
    <message>
      <location filename="desktop/coach/lens.py" />
      <source>Add a line</source>
      <translation>Zeile hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>Add a note</source>
      <translation>Notiz hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/history/years.py" />
      <source>Add a note here…</source>
      <translation>Hier eine Notiz hinzufügen…</translation>
    </message>
    <message>
      <location filename="ui/people/adding.py" />
      <source>Add a person</source>
      <translation>Person hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/accounts/page.py" />
      <source>Add a place</source>
      <translation>Ort hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/complaints/side_panel.py" />
      <source>Add a proof link</source>
      <translation>Link als Nachweis</translation>
    </message>
    <message>
      <location filename="ui/complaints/page.py" />
      <source>Add a proof link…</source>
      <translation>Link als Nachweis…</translation>
    </message>
    <message>
      <location filename="desktop/coach/steps.py" />
      <source>Add a public line</source>
      <translation>Öffentliche Zeile hinzufügen</translation>
    </message>
    <message>
      <location filename="desktop/coach/looks.py" />
      <source>Add a time</source>
      <translation>Zeit hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/accounts/page.py" />
      <source>Add another</source>
      <translation>Weiteren hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/by_hand/dialog.py" />
      <source>Add by hand</source>
      <translation>Von Hand hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Add by hand…</source>
      <translation>Von Hand hinzufügen…</translation>
    </message>
    <message>
      <location filename="ui/shopbook/holidays.py" />
      <source>Add closed days</source>
      <translation>Geschlossene Tage hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/welcome/page.py" />
      <source>Add one by hand</source>
      <translation>Etwas von Hand hinzufügen</translation>
    </message>
    <message>
      <location filename="desktop/coach/steps.py" />
      <source>Add one public line, even “I've written to you just now, {name}”.</source>
      <translation>Fügen Sie eine öffentliche Zeile hinzu, und sei es „Ich habe Ihnen gerade geschrieben, {name}“.</translation>
    </message>
    <message>
      <location filename="ui/conversation/ending_panel.py" />
      <source>Add proof link</source>
      <translation>Link als Nachweis</translation>
    </message>
    <message>
      <location filename="ui/conversation/acts.py" />
      <source>Add proof link…</source>
      <translation>Link als Nachweis…</translation>
    </message>
    <message>
      <location filename="ui/shopbook/holidays.py" />
      <source>Add public holidays</source>
      <translation>Feiertage hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/shopbook/closures.py" />
      <source>Add public holidays…</source>
      <translation>Feiertage hinzufügen…</translation>
    </message>
    <message>
      <location filename="ui/accounts/wizard.py" />
      <source>Add the first one…</source>
      <translation>Ersten hinzufügen…</translation>
    </message>
    <message>
      <location filename="ui/shopbook/holidays.py" />
      <source>Add the public holidays of {country}, {year}</source>
      <translation>Feiertage hinzufügen: {country}, {year}</translation>
    </message>
    <message>
      <location filename="ui/welcome/page.py" />
      <source>Add your helpers</source>
      <translation>Aushilfen hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>Add {n}</source>
      <translation>{n} hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/shopbook/holidays.py" />
      <source>Add {n} closed days</source>
      <translation>{n} geschlossene Tage hinzufügen</translation>
    </message>
    <message>
      <location filename="desktop/coach/looks.py" />
      <source>Add “{name}”</source>
      <translation>„{name}“ hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/by_hand/__init__.py" />
      <source>AddByHandDialog</source>
      <translation>AddByHandDialog</translation>
    </message>
    <message>
      <location filename="desktop/counter/__init__.py" />
      <source>Added</source>
      <translation>Added</translation>
    </message>
    <message>
      <location filename="desktop/connectors/by_hand.py" />
      <source>Added by hand</source>
      <translation>Von Hand hinzugefügt</translation>
    </message>
    <message>
      <location filename="ui/accounts/details.py" />
      <source>Added so far</source>
      <translation>Bisher hinzugefügt</translation>
    </message>
    <message>
      <location filename="desktop/counter/noting.py" />
      <source>Added the note</source>
      <translation>Notiz hinzugefügt</translation>
    </message>
    <message>
      <location filename="desktop/counter/adding.py" />
      <source>Added {name}</source>
      <translation>{name} hinzugefügt</translation>
    </message>
    <message>
      <location filename="desktop/counter/book.py" />
      <source>Added {title}</source>
      <translation>{title} hinzugefügt</translation>
    </message>
    <message>
      <location filename="desktop/model/place.py" />
      <source>Address</source>
      <translation>Adresse</translation>
    </message>
    <message>
      <location filename="ui/welcome/page.py" />
      <source>Add…</source>
      <translation>Hinzufügen…</translation>
    </message>
    <message>
      <location filename="desktop/imports/bluesky.py" />
      <source>After record {what}</source>
      <translation>Nach Eintrag {what}</translation>
    </message>
    <message>
      <location filename="ui/complaints/table.py" />
      <source>Age</source>
      <translation>Alter</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Aims of single places</source>
      <translation>Ziele einzelner Orte</translation>
    </message>
    <message>
      <location filename="desktop/connectors/feed.py" />
      <source>Al</source>
      <translation>Al</translation>
    </message>
    <message>
      <location filename="ui/inbox/top.py" />
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>All files</source>
      <translation>Alle Dateien</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>All files of the shop are written anew, each checked before the old one goes. The window closes for that.</source>
      <translation>Alle Dateien des Ladens werden neu geschrieben, jede geprüft, bevor die alte geht. Das Fenster schließt sich dafür.</translation>
    </message>
    <message>
      <location filename="ui/history/export_dialog.py" />
      <source>All of it in order, for another program.</source>
      <translation>Alles der Reihe nach, für ein anderes Programm.</translation>
    </message>
    <message>
      <location filename="desktop/counter/adding.py" />
      <source>All of it is here already.</source>
      <translation>Es ist schon alles hier.</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>All of it is here now</source>
      <translation>Jetzt ist alles hier</translation>
    </message>
    <message>
      <location filename="desktop/connectors/practice.py" />
      <source>All of them</source>
      <translation>Alle</translation>
    </message>
    <message>
      <location filename="ui/shopbook/holidays.py" />
      <source>All of {country}</source>
      <translation>Ganz {country}</translation>
    </message>
    <message>
      <location filename="ui/complaints/top.py" />
      <source>All places</source>
      <translation>Alle Orte</translation>
    </message>
    <message>
      <location filename="desktop/connectors/mail.py" />
      <source>All that are still in the mailbox</source>
      <translation>Alle, die noch im Postfach liegen</translation>
    </message>
    <message>
      <location filename="ui/settings/carry.py" />
      <source>All that this shop has, in a form that other programs can read.</source>
      <translation>Alles, was dieser Laden hat, in einer Form, die andere Programme lesen können.</translation>
    </message>
    <message>
      <location filename="ui/conversation/book_pane.py" />
      <source>All the rest</source>
      <translation>Alles Übrige</translation>
    </message>
    <message>
      <location filename="ui/practice/public_panel.py" />
      <source>All {n}</source>
      <translation>Alle {n}</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_sign_in.py" />
      <source>Also look for the shop's name (optional)</source>
      <translation>Auch nach dem Ladennamen suchen (freiwillig)</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky.py" />
      <source>Also look for the shop's name? You can leave this empty.</source>
      <translation>Auch nach dem Namen des Ladens suchen? Sie können das leer lassen.</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>Also overdue: {what}</source>
      <translation>Auch überfällig: {what}</translation>
    </message>
    <message>
      <location filename="ui/forget_dialog.py" />
      <source>Also {person}</source>
      <translation>Auch {person}</translation>
    </message>
    <message>
      <location filename="ui/conversation/view.py" />
      <source>Amber is yours to fill. Nothing amber can be posted.</source>
      <translation>Gelbes füllen Sie aus. Solange etwas gelb ist, lässt es sich nicht posten.</translation>
    </message>
    <message>
      <location filename="desktop/counter/hours.py" />
      <source>An aim is 1 to {most_hours} hours, and 1 to {most_days} days.</source>
      <translation>Ein Ziel ist 1 bis {most_hours} Stunden und 1 bis {most_days} Tage.</translation>
    </message>
    <message>
      <location filename="ui/complaints/side_panel.py" />
      <source>An answer of yours shows</source>
      <translation>Ihre Antwort ist zu sehen</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>An answer of yours was found on the page</source>
      <translation>Eine Antwort von Ihnen wurde auf der Seite gefunden</translation>
    </message>
    <message>
      <location filename="ui/complaints/acts.py" />
      <source>An answer to {name} has to show first</source>
      <translation>Erst muss eine Antwort an {name} zu sehen sein</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x.py" />
      <source>An app of your own at console.x.com, with prepaid credits</source>
      <translation>Eine eigene App bei console.x.com, mit Guthaben</translation>
    </message>
    <message>
      <location filename="desktop/connectors/facebook.py" />
      <source>An app of your own at developers.facebook.com</source>
      <translation>Eine eigene App bei developers.facebook.com</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky.py" />
      <source>An app password</source>
      <translation>Ein App-Passwort</translation>
    </message>
    <message>
      <location filename="desktop/connectors/mail.py" />
      <source>An app password. Your mail provider makes one for you under Security; it isn't your real one.</source>
      <translation>Ein App-Passwort. Ihr Mailanbieter erstellt es Ihnen unter „Sicherheit“; es ist nicht Ihr richtiges.</translation>
    </message>
    <message>
      <location filename="ui/moving.py" />
      <source>An empty folder for the shop from the other computer</source>
      <translation>Ein leerer Ordner für den Laden vom anderen Computer</translation>
    </message>
    <message>
      <location filename="desktop/counter/inbox.py" />
      <source>An empty note can't be saved.</source>
      <translation>Eine leere Notiz lässt sich nicht speichern.</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>An ending has disappeared</source>
      <translation>Ein Ausgang ist verschwunden</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>An ending is owed by {time}</source>
      <translation>Ein Ausgang ist bis {time} fällig</translation>
    </message>
    <message>
      <location filename="desktop/counter/endings.py" />
      <source>An ending needs a public post or a link to one.</source>
      <translation>Ein Ausgang braucht einen öffentlichen Beitrag oder einen Link darauf.</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>An ending that has disappeared</source>
      <translation>Ein Ausgang, der verschwunden ist</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>An ending was owed by {time}</source>
      <translation>Ein Ausgang war bis {time} fällig</translation>
    </message>
    <message>
      <location filename="desktop/counter/happening.py" />
      <source>An event needs a name.</source>
      <translation>Ein Vorfall braucht einen Namen.</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>An old fact</source>
      <translation>Eine alte Angabe</translation>
    </message>
    <message>
      <location filename="ui/model/sheet.py" />
      <source>An opening from a language model</source>
      <translation>Ein Anfang von einem Sprachmodell</translation>
    </message>
    <message>
      <location filename="desktop/starters/shaping.py" />
      <source>An opening needs a part besides the sign-off.</source>
      <translation>Ein Anfang braucht außer dem Gruß noch einen Teil.</translation>
    </message>
    <message>
      <location filename="ui/conversation/rights.py" />
      <source>An owner of the profile opens Google Business Profile, and there its settings, People and access.</source>
      <translation>Ein Inhaber des Profils öffnet das Google-Unternehmensprofil und dort die Einstellungen, „Personen und Zugriff“.</translation>
    </message>
    <message>
      <location filename="ui/inbox/listing.py" />
      <source>And everything that was put right shows.</source>
      <translation>Und alles, was in Ordnung kam, ist zu sehen.</translation>
    </message>
    <message>
      <location filename="ui/people/adding.py" />
      <source>And the name?</source>
      <translation>Und der Name?</translation>
    </message>
    <message>
      <location filename="ui/welcome/questions.py" />
      <source>And your name?</source>
      <translation>Und Ihr Name?</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Another language</source>
      <translation>Eine andere Sprache</translation>
    </message>
    <message>
      <location filename="desktop/errors.py" />
      <source>Another program made it, so it stays as it is. Move it away, or start with another folder.</source>
      <translation>Ein anderes Programm hat sie angelegt, deshalb bleibt sie, wie sie ist. Verschieben Sie sie, oder starten Sie mit einem anderen Ordner.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/loopback.py" />
      <source>Another program on this computer is using port {port}, where the browser has to come back.</source>
      <translation>Ein anderes Programm auf diesem Computer nutzt Port {port}, zu dem der Browser zurückkommen muss.</translation>
    </message>
    <message>
      <location filename="ui/history/saved_list.py" />
      <source>Another search is called “{name}”.</source>
      <translation>Eine andere Suche heißt „{name}“.</translation>
    </message>
    <message>
      <location filename="ui/conversation/promising.py" />
      <source>Another time</source>
      <translation>Andere Zeit</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/columns.py" />
      <source>Another website</source>
      <translation>Eine andere Website</translation>
    </message>
    <message>
      <location filename="ui/composer/gutter.py" />
      <source>Another wording (Alt+↓)</source>
      <translation>Andere Formulierung (Alt+↓)</translation>
    </message>
    <message>
      <location filename="ui/complaints/side_panel.py" />
      <source>Answer</source>
      <translation>Antworten</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Answer Dana</source>
      <translation>Dana antworten</translation>
    </message>
    <message>
      <location filename="desktop/records.py" />
      <source>Answer in public</source>
      <translation>Öffentlich antworten</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Answer in your own words. Show it’s put right.</source>
      <translation>In eigenen Worten antworten. Zeigen, dass es in Ordnung kam.</translation>
    </message>
    <message>
      <location filename="ui/event_bars.py" />
      <source>Answer it as one event?</source>
      <translation>Als einen Vorfall beantworten?</translation>
    </message>
    <message>
      <location filename="desktop/coach/holds.py" />
      <source>Answer something serious</source>
      <translation>Ernstes beantworten</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Answer the part that's real</source>
      <translation>Auf den wahren Kern antworten</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Answer the question</source>
      <translation>Die Frage beantworten</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Answer three of them, each with their own trouble</source>
      <translation>Drei von ihnen antworten, jedem auf seine eigene Sorge</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Answer what frightened Dana</source>
      <translation>Antworten auf das, was Dana erschreckt hat</translation>
    </message>
    <message>
      <location filename="desktop/counter/copying.py" />
      <source>Answered</source>
      <translation>Beantwortet</translation>
    </message>
    <message>
      <location filename="ui/by_hand/dialog.py" />
      <source>Answered already?</source>
      <translation>Schon beantwortet?</translation>
    </message>
    <message>
      <location filename="desktop/coach/reader.py" />
      <source>Answers {label}</source>
      <translation>Beantwortet {label}</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Any</source>
      <translation>Alle</translation>
    </message>
    <message>
      <location filename="desktop/records.py" />
      <source>Any product</source>
      <translation>Jedes Produkt</translation>
    </message>
    <message>
      <location filename="ui/complaints/top.py" />
      <source>Any trouble</source>
      <translation>Alle Themen</translation>
    </message>
    <message>
      <location filename="desktop/model/place.py" />
      <source>Anything but this computer is only asked over https.</source>
      <translation>Alles außer diesem Computer wird nur über https gefragt.</translation>
    </message>
    <message>
      <location filename="ui/accounts/first_look.py" />
      <source>Anything we got wrong? Click to change it. Then it’s yours.</source>
      <translation>Etwas falsch erkannt? Klicken Sie darauf und ändern Sie es. Dann gilt Ihres.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/facebook.py" />
      <source>App ID, so that the sign-in lasts (App settings, Basic)</source>
      <translation>App-ID, damit die Anmeldung hält (App-Einstellungen, Allgemeines)</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky.py" />
      <source>App password</source>
      <translation>App-Passwort</translation>
    </message>
    <message>
      <location filename="desktop/connectors/facebook.py" />
      <source>App secret, beside it</source>
      <translation>App-Geheimcode, daneben</translation>
    </message>
    <message>
      <location filename="ui/settings/dialog.py" />
      <source>Appearance</source>
      <translation>Aussehen</translation>
    </message>
    <message>
      <location filename="ui/history/outcomes.py" />
      <source>Apr</source>
      <translation>Apr</translation>
    </message>
    <message>
      <location filename="desktop/language/times.py" />
      <source>April</source>
      <translation>April</translation>
    </message>
    <message>
      <location filename="ui/history/export_dialog.py" />
      <source>Archive (JSON)</source>
      <translation>Archiv (JSON)</translation>
    </message>
    <message>
      <location filename="ui/settings/parts.py" />
      <source>As it comes with the app</source>
      <translation>Wie es die App mitbringt</translation>
    </message>
    <message>
      <location filename="ui/settings/parts.py" />
      <source>As it was</source>
      <translation>Wie es war</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_api.py" />
      <source>Ask Google for access with your project's number. It answers within about 14 days.</source>
      <translation>Bitten Sie Google mit der Nummer Ihres Projekts um Zugang. Die Antwort kommt in etwa 14 Tagen.</translation>
    </message>
    <message>
      <location filename="ui/model/sheet.py" />
      <source>Ask again…</source>
      <translation>Noch einmal fragen…</translation>
    </message>
    <message>
      <location filename="ui/widgets/switch.py" />
      <source>Ask first</source>
      <translation>Erst fragen</translation>
    </message>
    <message>
      <location filename="ui/settings/protection.py" />
      <source>Ask for the password at each start</source>
      <translation>Bei jedem Start nach dem Passwort fragen</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Ask how it ended</source>
      <translation>Fragen, wie es ausging</translation>
    </message>
    <message>
      <location filename="desktop/coach/pauses.py" />
      <source>Ask how it ended, not for stars</source>
      <translation>Fragen Sie, wie es ausging, nicht nach Sternen</translation>
    </message>
    <message>
      <location filename="desktop/coach/steps.py" />
      <source>Ask how things are first. The other ask can wait.</source>
      <translation>Fragen Sie erst, wie es steht. Die andere Bitte kann warten.</translation>
    </message>
    <message>
      <location filename="ui/ending/facts.py" />
      <source>Ask how things are instead.</source>
      <translation>Fragen Sie stattdessen, wie es steht.</translation>
    </message>
    <message>
      <location filename="desktop/records.py" />
      <source>Ask someone to say it’s sorted, or say so ourselves</source>
      <translation>Jemanden bitten, zu sagen, dass es in Ordnung ist, oder es selbst sagen</translation>
    </message>
    <message>
      <location filename="ui/composer/context.py" />
      <source>Ask them to say how it ended, in their words</source>
      <translation>Darum bitten, in eigenen Worten zu sagen, wie es ausging</translation>
    </message>
    <message>
      <location filename="ui/ending/dialog.py" />
      <source>Ask them to say so</source>
      <translation>Darum bitten</translation>
    </message>
    <message>
      <location filename="desktop/coach/pauses.py" />
      <source>Ask them to say what happened, good or bad. Changing a rating is up to them.</source>
      <translation>Bitten Sie darum, zu sagen, was war, Gutes oder Schlechtes. Ob jemand die Sterne ändert, bleibt jedem selbst überlassen.</translation>
    </message>
    <message>
      <location filename="ui/single_keys.py" />
      <source>Ask to say so</source>
      <translation>Um ein Wort bitten</translation>
    </message>
    <message>
      <location filename="ui/complaints/page.py" />
      <source>Ask to say so…</source>
      <translation>Darum bitten…</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Ask to show</source>
      <translation>Bitte um Ausgang</translation>
    </message>
    <message>
      <location filename="ui/complaints/side_panel.py" />
      <source>Ask {first} to say so</source>
      <translation>{first} darum bitten</translation>
    </message>
    <message>
      <location filename="ui/conversation/ending_panel.py" />
      <source>Ask {name} to say so</source>
      <translation>{name} darum bitten</translation>
    </message>
    <message>
      <location filename="desktop/coach/book.py" />
      <source>Ask {owner}</source>
      <translation>{owner} fragen</translation>
    </message>
    <message>
      <location filename="desktop/coach/holds.py" />
      <source>Ask {owner} before you promise that</source>
      <translation>Fragen Sie {owner}, bevor Sie das zusagen</translation>
    </message>
    <message>
      <location filename="ui/composer/next_step.py" />
      <source>Ask {owner} first</source>
      <translation>Erst {owner} fragen</translation>
    </message>
    <message>
      <location filename="ui/conversation/notices.py" />
      <source>Ask {owner} first.</source>
      <translation>Fragen Sie erst {owner}.</translation>
    </message>
    <message>
      <location filename="desktop/counter/hidden.py" />
      <source>Ask {what} before you hide this, or show it again.</source>
      <translation>Fragen Sie {what}, bevor Sie das ausblenden oder wieder einblenden.</translation>
    </message>
    <message>
      <location filename="desktop/counter/asking.py" />
      <source>Ask {what} before you promise that. Your words are kept.</source>
      <translation>Fragen Sie {what}, bevor Sie das zusagen. Ihre Worte sind aufgehoben.</translation>
    </message>
    <message>
      <location filename="desktop/shopbook/__init__.py" />
      <source>Asked</source>
      <translation>Gefragt</translation>
    </message>
    <message>
      <location filename="ui/people/known.py" />
      <source>Asked first</source>
      <translation>Vorher gefragt</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Asked to say so</source>
      <translation>Um ein Wort gebeten</translation>
    </message>
    <message>
      <location filename="ui/people/asked.py" />
      <source>Asked today</source>
      <translation>Heute gefragt</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>Asked {ago}</source>
      <translation>Gebeten {ago}</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_page.py" />
      <source>Asked {date}</source>
      <translation>Gebeten am {date}</translation>
    </message>
    <message>
      <location filename="desktop/searching/__init__.py" />
      <source>Asking</source>
      <translation>Asking</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Asking for details is the commonest reply, and it doesn't calm anybody.</source>
      <translation>Nach Einzelheiten zu fragen ist die häufigste Antwort, und sie beruhigt niemanden.</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Asking for stars</source>
      <translation>Um Sterne bitten</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Asking too early</source>
      <translation>Zu früh bitten</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Asking twice</source>
      <translation>Zweimal bitten</translation>
    </message>
    <message>
      <location filename="ui/ending/facts.py" />
      <source>Asking twice feels like pushing.</source>
      <translation>Zweimal bitten wirkt wie Drängen.</translation>
    </message>
    <message>
      <location filename="desktop/coach/steps.py" />
      <source>Asking twice feels like pushing. Say it yourselves instead?</source>
      <translation>Zweimal bitten wirkt wie Drängen. Selbst sagen?</translation>
    </message>
    <message>
      <location filename="ui/model/page.py" />
      <source>Asking {model} at {host} about a made-up complaint…</source>
      <translation>{model} bei {host} wird zu einer erfundenen Beschwerde gefragt…</translation>
    </message>
    <message>
      <location filename="ui/model/sheet.py" />
      <source>Asking {model} at {host}…</source>
      <translation>{model} bei {host} wird gefragt…</translation>
    </message>
    <message>
      <location filename="ui/accounts/sign_in_step.py" />
      <source>Asking {place}…</source>
      <translation>{place} wird gefragt…</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Asks for you</source>
      <translation>Fragen an Sie</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_refusals.py" />
      <source>At console.x.com the app has to be in a project, with Read and write.</source>
      <translation>Bei console.x.com muss die App in einem Projekt sein, mit „Read and write“.</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>At least {count} characters. Four or five words are easy to keep.</source>
      <translation>Mindestens {count} Zeichen. Vier oder fünf Wörter merkt man sich leicht.</translation>
    </message>
    <message>
      <location filename="desktop/faces.py" />
      <source>At the counter</source>
      <translation>Im Laden</translation>
    </message>
    <message>
      <location filename="ui/accounts/ceiling.py" />
      <source>At the limit we stop fetching until the next month. Your answers still go out.</source>
      <translation>An der Grenze rufen wir bis zum nächsten Monat nichts mehr ab. Ihre Antworten gehen weiter hinaus.</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>At the top, beside the time.</source>
      <translation>Oben, neben der Uhrzeit.</translation>
    </message>
    <message>
      <location filename="desktop/imports/heads.py" />
      <source>At what time</source>
      <translation>Uhrzeit</translation>
    </message>
    <message>
      <location filename="ui/history/outcomes.py" />
      <source>Aug</source>
      <translation>Aug</translation>
    </message>
    <message>
      <location filename="desktop/language/times.py" />
      <source>August</source>
      <translation>August</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky_session.py" />
      <source>Authorization</source>
      <translation>Authorization</translation>
    </message>
    <message>
      <location filename="desktop/mailbox.py" />
      <source>BODY.PEEK[HEADER.FIELDS (FROM SUBJECT DATE MESSAGE-ID AUTHENTICATION-RESULTS)]</source>
      <translation>BODY.PEEK[HEADER.FIELDS (FROM SUBJECT DATE MESSAGE-ID AUTHENTICATION-RESULTS)]</translation>
    </message>
    <message>
      <location filename="ui/accounts/wizard.py" />
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>Back at {time}</source>
      <translation>Kommt wieder: {time}</translation>
    </message>
    <message>
      <location filename="ui/composer/back_by.py" />
      <source>Back by</source>
      <translation>Zurück bis</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>Back by {when}</source>
      <translation>Zurück bis {when}</translation>
    </message>
    <message>
      <location filename="ui/conversation/asking.py" />
      <source>Back to my draft</source>
      <translation>Zurück zu meinem Entwurf</translation>
    </message>
    <message>
      <location filename="ui/conversation/acts.py" />
      <source>Back to the list</source>
      <translation>Zurück zur Liste</translation>
    </message>
    <message>
      <location filename="ui/conversation/header.py" />
      <source>Back to the list (Esc)</source>
      <translation>Zurück zur Liste (Esc)</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Back up the shop folder…</source>
      <translation>Ladenordner sichern…</translation>
    </message>
    <message>
      <location filename="desktop/searching/__init__.py" />
      <source>Bar</source>
      <translation>Bar</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Be Sam again</source>
      <translation>Wieder Sam sein</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Be Wren now</source>
      <translation>Jetzt Wren sein</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Be back before your time is up</source>
      <translation>Zurück sein, bevor Ihre Zeit um ist</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Be {name} now</source>
      <translation>Jetzt {name} sein</translation>
    </message>
    <message>
      <location filename="desktop/counter/__init__.py" />
      <source>Before</source>
      <translation>Vorher</translation>
    </message>
    <message>
      <location filename="ui/conversation/popups.py" />
      <source>Before closing</source>
      <translation>Vor Ladenschluss</translation>
    </message>
    <message>
      <location filename="ui/model/sheet.py" />
      <source>Before it stands: “{task}”</source>
      <translation>Davor steht: „{task}“</translation>
    </message>
    <message>
      <location filename="ui/composer/coach_panel.py" />
      <source>Before you post</source>
      <translation>Vor dem Posten</translation>
    </message>
    <message>
      <location filename="ui/model/sheet.py" />
      <source>Begin with this</source>
      <translation>Damit anfangen</translation>
    </message>
    <message>
      <location filename="ui/by_hand/__init__.py" />
      <source>Begun</source>
      <translation>Begun</translation>
    </message>
    <message>
      <location filename="ui/accounts/page.py" />
      <source>Being set up</source>
      <translation>Wird eingerichtet</translation>
    </message>
    <message>
      <location filename="ui/model/page.py" />
      <source>Besides the openings that come with the app, a language model can write one: on this computer, or anywhere that speaks like OpenAI. It is asked only when you press Send, and you see first what it gets. What it writes comes as parts with blanks. Nothing of it is ever posted by itself.</source>
      <translation>Neben den Anfängen, die die App mitbringt, kann ein Sprachmodell einen schreiben: auf diesem Computer oder bei jedem Dienst, der dieselbe Schnittstelle wie OpenAI hat. Es wird nur gefragt, wenn Sie auf Senden drücken, und Sie sehen vorher, was es bekommt. Was es schreibt, kommt in Teilen mit Lücken. Nichts davon wird je von selbst gepostet.</translation>
    </message>
    <message>
      <location filename="ui/history/order.py" />
      <source>Best match first</source>
      <translation>Beste Treffer zuerst</translation>
    </message>
    <message>
      <location filename="ui/accounts/ways.py" />
      <source>Best once it’s running. It brings what people say, and you paste your answers there.</source>
      <translation>Am besten, wenn es läuft. Es bringt, was man sagt, und Sie fügen Ihre Antworten dort ein.</translation>
    </message>
    <message>
      <location filename="ui/accounts/ways.py" />
      <source>Best once it’s running. You sign in at {place} in your own browser. We never see the password.</source>
      <translation>Am besten, wenn es läuft. Sie melden sich in Ihrem eigenen Browser bei {place} an. Das Passwort sehen wir nie.</translation>
    </message>
    <message>
      <location filename="ui/accounts/ways.py" />
      <source>Best once it’s running. You sign in with a key that {place} makes for this app.</source>
      <translation>Am besten, wenn es läuft. Sie melden sich mit einem Schlüssel an, den {place} für diese App erstellt.</translation>
    </message>
    <message>
      <location filename="ui/accounts/ways.py" />
      <source>Best once it’s running. {place} needs no sign-in.</source>
      <translation>Am besten, wenn es läuft. {place} braucht keine Anmeldung.</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Bigger text</source>
      <translation>Größere Schrift</translation>
    </message>
    <message>
      <location filename="ui/theme/fonts.py" />
      <source>Bitstream Charter</source>
      <translation>Bitstream Charter</translation>
    </message>
    <message>
      <location filename="ui/theme/fonts.py" />
      <source>Bitstream Vera Sans</source>
      <translation>Bitstream Vera Sans</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Blames a colleague</source>
      <translation>Gibt Kollegen die Schuld</translation>
    </message>
    <message>
      <location filename="ui/composer/choices.py" />
      <source>Blank page</source>
      <translation>Leere Seite</translation>
    </message>
    <message>
      <location filename="ui/composer/whole_blanks.py" />
      <source>Blank, {name}, {n} of {all}. Type to replace.</source>
      <translation>Lücke, {name}, {n} von {all}. Tippen ersetzt sie.</translation>
    </message>
    <message>
      <location filename="desktop/coach/reader.py" />
      <source>Blanks, length and limits are still checked.</source>
      <translation>Lücken, Länge und Grenzen werden weiter geprüft.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky_session.py" />
      <source>Bluesky</source>
      <translation>Bluesky</translation>
    </message>
    <message>
      <location filename="desktop/imports/bluesky.py" />
      <source>Bluesky repository</source>
      <translation>Bluesky-Repository</translation>
    </message>
    <message>
      <location filename="ui/complaints/top.py" />
      <source>Board</source>
      <translation>Tafel</translation>
    </message>
    <message>
      <location filename="ui/composer/compare.py" />
      <source>Bold words are in both.</source>
      <translation>Fette Wörter stehen in beiden.</translation>
    </message>
    <message>
      <location filename="desktop/coach/__init__.py" />
      <source>Book</source>
      <translation>Book</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Booking</source>
      <translation>Buchung</translation>
    </message>
    <message>
      <location filename="ui/welcome/questions.py" />
      <source>Both can be changed later. Your customers see the name you write under a reply, nothing else.</source>
      <translation>Beides lässt sich später ändern. Ihre Kunden sehen nur den Namen, den Sie unter eine Antwort schreiben.</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Both the first answer and the last one count, and how long each took.</source>
      <translation>Die erste und die letzte Antwort zählen, und wie lange jede brauchte.</translation>
    </message>
    <message>
      <location filename="ui/history/years.py" />
      <source>Bright bars hold matches.</source>
      <translation>Helle Balken enthalten Treffer.</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>Bring a copy back (restore).</source>
      <translation>Holen Sie eine Kopie zurück (restore).</translation>
    </message>
    <message>
      <location filename="desktop/sealing.py" />
      <source>Bring a copy back first.</source>
      <translation>Holen Sie zuerst eine Kopie zurück.</translation>
    </message>
    <message>
      <location filename="desktop/store.py" />
      <source>Bring a copy back, or give that file its name again: shop.db.</source>
      <translation>Holen Sie eine Kopie zurück, oder geben Sie der Datei wieder ihren Namen: shop.db.</translation>
    </message>
    <message>
      <location filename="desktop/store.py" />
      <source>Bring a copy back, or have it written anew from all that can still be read.</source>
      <translation>Holen Sie eine Kopie zurück, oder lassen Sie sie aus allem, was noch lesbar ist, neu schreiben.</translation>
    </message>
    <message>
      <location filename="ui/conversation/acts.py" />
      <source>Bring back</source>
      <translation>Zurückholen</translation>
    </message>
    <message>
      <location filename="ui/settings/copies.py" />
      <source>Bring back the copy of {when}?</source>
      <translation>Die Kopie vom {when} zurückholen?</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>Bring in history</source>
      <translation>Verlauf hereinholen</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Bring in history…</source>
      <translation>Verlauf hereinholen…</translation>
    </message>
    <message>
      <location filename="ui/settings/copies.py" />
      <source>Bring it back</source>
      <translation>Zurückholen</translation>
    </message>
    <message>
      <location filename="desktop/moving.py" />
      <source>Bring this computer’s up to date first.</source>
      <translation>Bringen Sie zuerst das Programm auf diesem Computer auf den neuesten Stand.</translation>
    </message>
    <message>
      <location filename="ui/settings/copies.py" />
      <source>Bring this copy back…</source>
      <translation>Diese Kopie zurückholen…</translation>
    </message>
    <message>
      <location filename="ui/welcome/page.py" />
      <source>Bring your history in</source>
      <translation>Ihren Verlauf hereinholen</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>Bring {file} in again now.</source>
      <translation>Holen Sie {file} jetzt noch einmal herein.</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/__init__.py" />
      <source>BringInDialog</source>
      <translation>BringInDialog</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Broken or faulty</source>
      <translation>Kaputt oder fehlerhaft</translation>
    </message>
    <message>
      <location filename="desktop/counter/inbox.py" />
      <source>Brought back</source>
      <translation>Zurückgeholt</translation>
    </message>
    <message>
      <location filename="desktop/bringing_in.py" />
      <source>Brought in from a file</source>
      <translation>Aus einer Datei hereingeholt</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>Brought in so far</source>
      <translation>Bisher hereingeholt</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky.py" />
      <source>Bs</source>
      <translation>Bs</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Busiest on {day}, at {first}</source>
      <translation>Am meisten los: {day}, um {first} Uhr</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Busiest on {day}, at {first} and at {last}</source>
      <translation>Am meisten los: {day}, um {first} und um {last} Uhr</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google.py" />
      <source>Business Profile API</source>
      <translation>Business Profile API</translation>
    </message>
    <message>
      <location filename="ui/accounts/ways.py" />
      <source>By hand</source>
      <translation>Von Hand</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>By the day they were posted.</source>
      <translation>Nach dem Tag, an dem sie geschrieben wurden.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>By the month they were posted.</source>
      <translation>Nach dem Monat, in dem sie geschrieben wurden.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>By the year they were posted.</source>
      <translation>Nach dem Jahr, in dem sie geschrieben wurden.</translation>
    </message>
    <message>
      <location filename="desktop/coach/looks.py" />
      <source>By when?</source>
      <translation>Bis wann?</translation>
    </message>
    <message>
      <location filename="ui/theme/fonts.py" />
      <source>Caladea</source>
      <translation>Caladea</translation>
    </message>
    <message>
      <location filename="ui/theme/fonts.py" />
      <source>Cambria</source>
      <translation>Cambria</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>Came back</source>
      <translation>Wieder da</translation>
    </message>
    <message>
      <location filename="ui/conversation/asking.py" />
      <source>Can I say it like this?</source>
      <translation>Kann ich das so sagen?</translation>
    </message>
    <message>
      <location filename="ui/accounts/details.py" />
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Capital letters</source>
      <translation>Großbuchstaben</translation>
    </message>
    <message>
      <location filename="desktop/coach/tone.py" />
      <source>Capital letters shout</source>
      <translation>Großbuchstaben schreien</translation>
    </message>
    <message>
      <location filename="ui/conversation/happened.py" />
      <source>Carry on from here</source>
      <translation>Von hier weitermachen</translation>
    </message>
    <message>
      <location filename="ui/composer/keys.py" />
      <source>Cc</source>
      <translation>Cc</translation>
    </message>
    <message>
      <location filename="ui/ending/dialog.py" />
      <source>Change</source>
      <translation>Ändern</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x.py" />
      <source>Change a few words.</source>
      <translation>Ändern Sie ein paar Worte.</translation>
    </message>
    <message>
      <location filename="ui/ending/dialog.py" />
      <source>Change how long we wait for a word</source>
      <translation>Ändern, wie lange wir auf ein Wort warten</translation>
    </message>
    <message>
      <location filename="desktop/coach/holds.py" />
      <source>Change it</source>
      <translation>Ändern</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>Change my password</source>
      <translation>Mein Passwort ändern</translation>
    </message>
    <message>
      <location filename="ui/settings/protection.py" />
      <source>Change my password…</source>
      <translation>Mein Passwort ändern…</translation>
    </message>
    <message>
      <location filename="ui/conversation/header.py" />
      <source>Change the kind</source>
      <translation>Art ändern</translation>
    </message>
    <message>
      <location filename="ui/history/note_dialog.py" />
      <source>Change the note of {day}</source>
      <translation>Notiz vom {day} ändern</translation>
    </message>
    <message>
      <location filename="ui/people/asked.py" />
      <source>Change the words</source>
      <translation>Worte ändern</translation>
    </message>
    <message>
      <location filename="ui/conversation/asking.py" />
      <source>Change the words, or not this time…</source>
      <translation>Worte ändern, oder diesmal nicht…</translation>
    </message>
    <message>
      <location filename="ui/shopbook/card.py" />
      <source>Change {title}</source>
      <translation>{title} ändern</translation>
    </message>
    <message>
      <location filename="desktop/triage/__init__.py" />
      <source>Changed</source>
      <translation>Changed</translation>
    </message>
    <message>
      <location filename="desktop/counter/noting.py" />
      <source>Changed the note</source>
      <translation>Notiz geändert</translation>
    </message>
    <message>
      <location filename="desktop/counter/team.py" />
      <source>Changed what it says about {name}</source>
      <translation>Geändert, was über {name} dasteht</translation>
    </message>
    <message>
      <location filename="desktop/counter/book.py" />
      <source>Changed {title}</source>
      <translation>{title} geändert</translation>
    </message>
    <message>
      <location filename="ui/settings/dialog.py" />
      <source>Changes apply at once.</source>
      <translation>Änderungen gelten sofort.</translation>
    </message>
    <message>
      <location filename="ui/conversation/guess_line.py" />
      <source>Change…</source>
      <translation>Ändern…</translation>
    </message>
    <message>
      <location filename="ui/composer/footer.py" />
      <source>Characters</source>
      <translation>Zeichen</translation>
    </message>
    <message>
      <location filename="ui/composer/footer.py" />
      <source>Characters as this place counts them: é and ü count as two, an emoji as four or more.</source>
      <translation>Zeichen, wie dieser Ort sie zählt: é und ü zählen doppelt, ein Emoji vierfach oder mehr.</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>Characters that turn the direction of reading, or stand in the middle of a word without being seen. Writing from right to left and emoji keep what they need.</source>
      <translation>Zeichen, die die Leserichtung umdrehen oder ungesehen mitten in einem Wort stehen. Schrift von rechts nach links und Emoji behalten, was sie brauchen.</translation>
    </message>
    <message>
      <location filename="ui/theme/fonts.py" />
      <source>Charter</source>
      <translation>Charter</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Charts start at 20.</source>
      <translation>Diagramme gibt es ab 20.</translation>
    </message>
    <message>
      <location filename="desktop/imports/tickets.py" />
      <source>Chatwoot-style messages</source>
      <translation>Nachrichten wie aus Chatwoot</translation>
    </message>
    <message>
      <location filename="ui/composer/next_step.py" />
      <source>Check 1 private thing</source>
      <translation>1 Privates prüfen</translation>
    </message>
    <message>
      <location filename="ui/accounts/page.py" />
      <source>Check all now</source>
      <translation>Alle jetzt abrufen</translation>
    </message>
    <message>
      <location filename="ui/settings/dialog.py" />
      <source>Check all places every</source>
      <translation>Alle Orte abrufen alle</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Check all places every so many minutes</source>
      <translation>Abstand der Abrufe aller Orte in Minuten</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Check all places now</source>
      <translation>Alle Orte jetzt abrufen</translation>
    </message>
    <message>
      <location filename="desktop/model/asking.py" />
      <source>Check both in Settings, under Language model.</source>
      <translation>Prüfen Sie beides in den Einstellungen unter „Sprachmodell“.</translation>
    </message>
    <message>
      <location filename="ui/accounts/details.py" />
      <source>Check now</source>
      <translation>Jetzt abrufen</translation>
    </message>
    <message>
      <location filename="desktop/model/asking.py" />
      <source>Check the connection, and the address in Settings.</source>
      <translation>Prüfen Sie die Verbindung und die Adresse in den Einstellungen.</translation>
    </message>
    <message>
      <location filename="desktop/model/asking.py" />
      <source>Check the key in Settings, under Language model.</source>
      <translation>Prüfen Sie den Schlüssel in den Einstellungen unter „Sprachmodell“.</translation>
    </message>
    <message>
      <location filename="desktop/store.py" />
      <source>Check who may write there.</source>
      <translation>Prüfen Sie, wer dort schreiben darf.</translation>
    </message>
    <message>
      <location filename="ui/conversation/desk.py" />
      <source>Checked just now</source>
      <translation>Gerade geprüft</translation>
    </message>
    <message>
      <location filename="ui/composer/coach_panel.py" />
      <source>Checked on this computer. Only blanks, length and your limits can hold a reply back.</source>
      <translation>Auf diesem Computer geprüft. Nur Lücken, Länge und Ihre Grenzen können eine Antwort aufhalten.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Checked {date}</source>
      <translation>Geprüft {date}</translation>
    </message>
    <message>
      <location filename="desktop/counter/book.py" />
      <source>Checked {title}</source>
      <translation>{title} geprüft</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_costs.py" />
      <source>Checking every {minutes} minutes costs about {what} a month when {posts_a_day} people a day name you and you answer each. Asking costs nothing: X charges {what2} for a post and {what22} for its writer, {what222} for an answer and {what2222} for the look before it. An answer with a link costs {what22222}. What is there already costs up to {what222222}, once; with a name to look for, up to {what2222222} more.</source>
      <translation>Alle {minutes} Minuten nachzusehen kostet etwa {what} im Monat, wenn {posts_a_day} Leute am Tag Sie nennen und Sie allen antworten. Fragen kostet nichts: X verlangt {what2} für einen Beitrag und {what22} für die Person dahinter, {what222} für eine Antwort und {what2222} für den Blick davor. Eine Antwort mit Link kostet {what22222}. Was schon da ist, kostet bis zu {what222222}, einmal; mit einem Namen zum Suchen bis zu {what2222222} mehr.</translation>
    </message>
    <message>
      <location filename="ui/moving.py" />
      <source>Checking the shop file…</source>
      <translation>Die Ladendatei wird geprüft…</translation>
    </message>
    <message>
      <location filename="ui/complaints/side_panel.py" />
      <source>Checking…</source>
      <translation>Wird geprüft…</translation>
    </message>
    <message>
      <location filename="desktop/starters/__init__.py" />
      <source>Choice</source>
      <translation>Choice</translation>
    </message>
    <message>
      <location filename="ui/accounts/ways.py" />
      <source>Choose</source>
      <translation>Wählen</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>Choose a file…</source>
      <translation>Datei wählen…</translation>
    </message>
    <message>
      <location filename="desktop/homes.py" />
      <source>Choose a folder on a disk of this computer. Copies of the shop (backup) may go to that folder.</source>
      <translation>Wählen Sie einen Ordner auf einer Festplatte dieses Computers. Kopien des Ladens (Sicherung) dürfen in jenen Ordner.</translation>
    </message>
    <message>
      <location filename="desktop/homes.py" />
      <source>Choose a folder on a disk of this computer. Copies of the shop (backup) may go to the other computer.</source>
      <translation>Wählen Sie einen Ordner auf einer Festplatte dieses Computers. Kopien des Ladens (Sicherung) dürfen auf den anderen Computer.</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>Choose a folder…</source>
      <translation>Ordner wählen…</translation>
    </message>
    <message>
      <location filename="ui/by_hand/picture.py" />
      <source>Choose a picture</source>
      <translation>Bild wählen</translation>
    </message>
    <message>
      <location filename="ui/accounts/page.py" />
      <source>Choose a place</source>
      <translation>Ort wählen</translation>
    </message>
    <message>
      <location filename="desktop/moving.py" />
      <source>Choose an empty folder, or make a new one.</source>
      <translation>Wählen Sie einen leeren Ordner, oder legen Sie einen neuen an.</translation>
    </message>
    <message>
      <location filename="desktop/moving.py" />
      <source>Choose an empty folder.</source>
      <translation>Wählen Sie einen leeren Ordner.</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>Choose another</source>
      <translation>Andere wählen</translation>
    </message>
    <message>
      <location filename="desktop/export.py" />
      <source>Choose another folder.</source>
      <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
      <location filename="ui/app.py" />
      <source>Choose another folder…</source>
      <translation>Anderen Ordner wählen…</translation>
    </message>
    <message>
      <location filename="desktop/starters/kept.py" />
      <source>Choose at least one blank, so that it can't be posted as it stands.</source>
      <translation>Wählen Sie mindestens eine Lücke, damit sie sich nicht so posten lässt, wie sie dasteht.</translation>
    </message>
    <message>
      <location filename="ui/conversation/keeping.py" />
      <source>Choose the blanks</source>
      <translation>Lücken wählen</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_sign_in.py" />
      <source>Choose the one or two that people use.</source>
      <translation>Wählen Sie den einen oder die zwei, die die Leute verwenden.</translation>
    </message>
    <message>
      <location filename="ui/by_hand/dialog.py" />
      <source>Choose where</source>
      <translation>Wählen Sie, wo</translation>
    </message>
    <message>
      <location filename="ui/everything.py" />
      <source>Choose where…</source>
      <translation>Speichern unter…</translation>
    </message>
    <message>
      <location filename="ui/accounts/ways.py" />
      <source>Choose {place}</source>
      <translation>{place} wählen</translation>
    </message>
    <message>
      <location filename="ui/by_hand/picture.py" />
      <source>Choose…</source>
      <translation>Wählen…</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>Clear</source>
      <translation>Leeren</translation>
    </message>
    <message>
      <location filename="ui/insights/page.py" />
      <source>Click any bar to open the conversations behind it</source>
      <translation>Ein Klick auf einen Balken öffnet die Gespräche dahinter</translation>
    </message>
    <message>
      <location filename="ui/insights/page.py" />
      <source>Click any bar to read the conversations behind it.</source>
      <translation>Ein Klick auf einen Balken zeigt die Gespräche dahinter.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_sign_in.py" />
      <source>Client ID of your app at X</source>
      <translation>Client-ID Ihrer App bei X</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google.py" />
      <source>Client ID, from the Google Cloud console under Clients (kind: Desktop app)</source>
      <translation>Client-ID, aus der Google Cloud Console unter „Clients“ (Art: Desktop-App)</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google.py" />
      <source>Client secret, beside it</source>
      <translation>Clientschlüssel, daneben</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <location filename="desktop/store.py" />
      <source>Close it there first, or open this one to read only.</source>
      <translation>Schließen Sie es dort zuerst, oder öffnen Sie diesen nur zum Lesen.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/loopback.py" />
      <source>Close it, then try again.</source>
      <translation>Schließen Sie es und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
      <location filename="ui/happening/closing.py" />
      <source>Close it?</source>
      <translation>Schließen?</translation>
    </message>
    <message>
      <location filename="desktop/keys.py" />
      <source>Close something else, then try again.</source>
      <translation>Schließen Sie ein anderes Programm und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
      <location filename="ui/conversation/book_pane.py" />
      <source>Close the Shop book (F9)</source>
      <translation>Ladenbuch schließen (F9)</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Close the event</source>
      <translation>Vorfall schließen</translation>
    </message>
    <message>
      <location filename="ui/happening/page.py" />
      <source>Close the event…</source>
      <translation>Vorfall schließen…</translation>
    </message>
    <message>
      <location filename="ui/practice/lesson_box.py" />
      <source>Close the lessons</source>
      <translation>Lektionen schließen</translation>
    </message>
    <message>
      <location filename="desktop/errors.py" />
      <source>Close the other program, or wait until it is done, then try again.</source>
      <translation>Schließen Sie das andere Programm, oder warten Sie, bis es fertig ist, und versuchen Sie es dann wieder.</translation>
    </message>
    <message>
      <location filename="ui/happening/closing.py" />
      <source>Close without one</source>
      <translation>Ohne letztes Wort</translation>
    </message>
    <message>
      <location filename="ui/freedesktop.py" />
      <source>CloseNotification</source>
      <translation>CloseNotification</translation>
    </message>
    <message>
      <location filename="ui/shopbook/day_row.py" />
      <source>Closed</source>
      <translation>Geschlossen</translation>
    </message>
    <message>
      <location filename="ui/shopbook/closures.py" />
      <source>Closed on</source>
      <translation>Geschlossen am</translation>
    </message>
    <message>
      <location filename="ui/shopbook/printing.py" />
      <source>Closed on {day}</source>
      <translation>Am {day} geschlossen</translation>
    </message>
    <message>
      <location filename="desktop/counter/happening.py" />
      <source>Closed the event</source>
      <translation>Vorfall geschlossen</translation>
    </message>
    <message>
      <location filename="ui/opening.py" />
      <source>Closed {day}</source>
      <translation>{day} geschlossen</translation>
    </message>
    <message>
      <location filename="ui/shopbook/overview.py" />
      <source>Closed {day}: {note}</source>
      <translation>{day} geschlossen: {note}</translation>
    </message>
    <message>
      <location filename="ui/opening.py" />
      <source>Closed {said}.</source>
      <translation>Geschlossen {said}.</translation>
    </message>
    <message>
      <location filename="desktop/counter/hours.py" />
      <source>Closed {what}</source>
      <translation>Geschlossen: {what}</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Closed, or the hours were wrong</source>
      <translation>Geschlossen, oder falsche Zeiten</translation>
    </message>
    <message>
      <location filename="ui/happening/page.py" />
      <source>Closed. Their own complaints stay on Complaints.</source>
      <translation>Geschlossen. Die eigenen Beschwerden der Leute bleiben bei den Beschwerden.</translation>
    </message>
    <message>
      <location filename="ui/shopbook/hours.py" />
      <source>Closes</source>
      <translation>Schließt</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Coach checks set aside, and in which drafts</source>
      <translation>Beiseitegelegte Coach-Prüfungen, und in welchen Entwürfen</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Coach checks this person has stopped</source>
      <translation>Coach-Prüfungen, die diese Person abgestellt hat</translation>
    </message>
    <message>
      <location filename="ui/composer/__init__.py" />
      <source>CoachPanel</source>
      <translation>CoachPanel</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/columns.py" />
      <source>Column {n}</source>
      <translation>Spalte {n}</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Comes later: once they've told you it's sorted.</source>
      <translation>Kommt später: sobald Ihnen jemand gesagt hat, dass es in Ordnung ist.</translation>
    </message>
    <message>
      <location filename="ui/settings/wordings.py" />
      <source>Comes with the app</source>
      <translation>Bringt die App mit</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Comment</source>
      <translation>Kommentar</translation>
    </message>
    <message>
      <location filename="desktop/connectors/youtube.py" />
      <source>Comments are switched off there.</source>
      <translation>Kommentare sind dort abgeschaltet.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/instagram.py" />
      <source>Comments on the last 50 pictures</source>
      <translation>Kommentare zu den letzten 50 Bildern</translation>
    </message>
    <message>
      <location filename="desktop/connectors/facebook.py" />
      <source>Comments on the last 50 posts</source>
      <translation>Kommentare zu den letzten 50 Beiträgen</translation>
    </message>
    <message>
      <location filename="ui/settings/choices.py" />
      <source>Compact</source>
      <translation>Eng</translation>
    </message>
    <message>
      <location filename="desktop/coach/canned.py" />
      <source>Compare</source>
      <translation>Vergleichen</translation>
    </message>
    <message>
      <location filename="ui/insights/page.py" />
      <source>Compare with nothing</source>
      <translation>Mit nichts vergleichen</translation>
    </message>
    <message>
      <location filename="ui/insights/page.py" />
      <source>Compare with which dates?</source>
      <translation>Mit welcher Zeit vergleichen?</translation>
    </message>
    <message>
      <location filename="ui/insights/page.py" />
      <source>Compare: the year before</source>
      <translation>Vergleich: das Jahr davor</translation>
    </message>
    <message>
      <location filename="ui/insights/page.py" />
      <source>Compare: {period}</source>
      <translation>Vergleich: {period}</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>Complaint</source>
      <translation>Beschwerde</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Complaint, any</source>
      <translation>Beschwerde, allgemein</translation>
    </message>
    <message>
      <location filename="desktop/model/asking.py" />
      <source>Complaint: Late
They wrote:
{trial}</source>
      <translation>Complaint: Late
They wrote:
{trial}</translation>
    </message>
    <message>
      <location filename="ui/complaints/page.py" />
      <source>Complaints</source>
      <translation>Beschwerden</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Complaints, in the sidebar.</source>
      <translation>„Beschwerden“, in der Seitenleiste.</translation>
    </message>
    <message>
      <location filename="desktop/records.py" />
      <source>Complaints, questions, praise</source>
      <translation>Beschwerden, Fragen, Lob</translation>
    </message>
    <message>
      <location filename="ui/pages.py" />
      <source>ComplaintsPage</source>
      <translation>ComplaintsPage</translation>
    </message>
    <message>
      <location filename="ui/composer/__init__.py" />
      <source>Composer</source>
      <translation>Composer</translation>
    </message>
    <message>
      <location filename="ui/composer/__init__.py" />
      <source>ComposerContext</source>
      <translation>ComposerContext</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Concrete words tell people that somebody listened.</source>
      <translation>Konkrete Worte zeigen, dass jemand zugehört hat.</translation>
    </message>
    <message>
      <location filename="ui/accounts/sign_in_step.py" />
      <source>Connect</source>
      <translation>Verbinden</translation>
    </message>
    <message>
      <location filename="ui/inbox/listing.py" />
      <source>Connect a place, or add one by hand. Or practise first.</source>
      <translation>Verbinden Sie einen Ort, oder fügen Sie etwas von Hand hinzu. Oder üben Sie erst.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_places.py" />
      <source>Connect the others after it, one by one.</source>
      <translation>Verbinden Sie die anderen danach, einen nach dem anderen.</translation>
    </message>
    <message>
      <location filename="ui/welcome/page.py" />
      <source>Connect where people talk about you</source>
      <translation>Verbinden, wo über Sie gesprochen wird</translation>
    </message>
    <message>
      <location filename="ui/accounts/details.py" />
      <source>Connected</source>
      <translation>Verbunden</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Connected: {account}.</source>
      <translation>Verbunden: {account}.</translation>
    </message>
    <message>
      <location filename="ui/inbox/page.py" />
      <source>Connect…</source>
      <translation>Verbinden…</translation>
    </message>
    <message>
      <location filename="ui/accounts/wizard.py" />
      <source>Continue</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <location filename="ui/accounts/wizard.py" />
      <source>Continue to sign in</source>
      <translation>Weiter zur Anmeldung</translation>
    </message>
    <message>
      <location filename="ui/conversation/thread.py" />
      <source>Conversation</source>
      <translation>Gespräch</translation>
    </message>
    <message>
      <location filename="desktop/imports/heads.py" />
      <source>Conversation or ticket</source>
      <translation>Gespräch oder Ticket</translation>
    </message>
    <message>
      <location filename="ui/inbox/list.py" />
      <source>Conversations</source>
      <translation>Gespräche</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>Copied</source>
      <translation>Kopiert</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Copied and checked: {name}</source>
      <translation>Kopiert und geprüft: {name}</translation>
    </message>
    <message>
      <location filename="ui/conversation/notices.py" />
      <source>Copied. Paste it on {place}, then tell us.</source>
      <translation>Kopiert. Fügen Sie es auf {place} ein und sagen Sie es uns dann.</translation>
    </message>
    <message>
      <location filename="ui/happening/statement.py" />
      <source>Copied. Paste it where everybody reads it, then tell us.</source>
      <translation>Kopiert. Fügen Sie es dort ein, wo alle es lesen, und sagen Sie uns dann Bescheid.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Copied. Posted yet?</source>
      <translation>Kopiert. Schon gepostet?</translation>
    </message>
    <message>
      <location filename="ui/conversation/notices.py" />
      <source>Copied. Say it to {name}, then tell us.</source>
      <translation>Kopiert. Sagen Sie es {name} und sagen Sie es uns dann.</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>Copies that were made somewhere else before still open with the old one. If somebody else knows it, make a new key as well.</source>
      <translation>Kopien, die vorher anderswo gemacht wurden, öffnen sich noch mit dem alten. Wenn jemand anderes es kennt, machen Sie auch einen neuen Schlüssel.</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <location filename="ui/conversation/notices.py" />
      <source>Copy again</source>
      <translation>Noch einmal kopieren</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>Copy and open instead</source>
      <translation>Stattdessen kopieren und öffnen</translation>
    </message>
    <message>
      <location filename="ui/composer/next_step.py" />
      <source>Copy and open {place}</source>
      <translation>Kopieren und {place} öffnen</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_api.py" />
      <source>Copy both again from the Google Cloud console.</source>
      <translation>Kopieren Sie beides noch einmal aus der Google Cloud Console.</translation>
    </message>
    <message>
      <location filename="ui/trouble.py" />
      <source>Copy details</source>
      <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_sign_in.py" />
      <source>Copy it again, whole, from your app at console.x.com.</source>
      <translation>Kopieren Sie sie noch einmal, ganz, aus Ihrer App bei console.x.com.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_api.py" />
      <source>Copy it again, whole, or sign in in the browser.</source>
      <translation>Kopieren Sie es noch einmal, ganz, oder melden Sie sich im Browser an.</translation>
    </message>
    <message>
      <location filename="ui/conversation/acts.py" />
      <source>Copy link</source>
      <translation>Link kopieren</translation>
    </message>
    <message>
      <location filename="ui/accounts/sign_in_step.py" />
      <source>Copy the address</source>
      <translation>Adresse kopieren</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky_session.py" />
      <source>Copy the app password again, whole. {where}</source>
      <translation>Kopieren Sie das App-Passwort noch einmal, ganz. {where}</translation>
    </message>
    <message>
      <location filename="ui/where_it_is.py" />
      <source>Copy the path</source>
      <translation>Pfad kopieren</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_refusals.py" />
      <source>Copy the text and post it on X itself.</source>
      <translation>Kopieren Sie den Text und posten Sie ihn direkt auf X.</translation>
    </message>
    <message>
      <location filename="ui/moving.py" />
      <source>Copying and checking the shop file…</source>
      <translation>Die Ladendatei wird kopiert und geprüft…</translation>
    </message>
    <message>
      <location filename="desktop/connectors/facebook.py" />
      <source>Corner Bakery</source>
      <translation>Corner Bakery</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky.py" />
      <source>Corner Shop Bakery</source>
      <translation>Corner Shop Bakery</translation>
    </message>
    <message>
      <location filename="desktop/coach/book.py" />
      <source>Correct the Shop book</source>
      <translation>Ladenbuch berichtigen</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>Couldn't be read: nobody can say how many {more}.</source>
      <translation>Nicht gelesen werden konnte: {more}, und niemand kann sagen, wie viele.</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>Couldn't be read: {what}, and nobody can say how many {more}.</source>
      <translation>Nicht gelesen werden konnte: {what}, außerdem {more}, und niemand kann sagen, wie viele.</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>Couldn't be read: {what}.</source>
      <translation>Nicht gelesen werden konnte: {what}.</translation>
    </message>
    <message>
      <location filename="ui/forget_desk.py" />
      <source>Couldn’t be read, and deleted: {files}.</source>
      <translation>Nicht lesbar und deshalb gelöscht: {files}.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Counted in opening hours,</source>
      <translation>Gezählt in Öffnungszeiten,</translation>
    </message>
    <message>
      <location filename="ui/history/export_dialog.py" />
      <source>Counting them…</source>
      <translation>Sie werden gezählt …</translation>
    </message>
    <message>
      <location filename="ui/shopbook/holidays.py" />
      <source>Country</source>
      <translation>Land</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Currency</source>
      <translation>Währung</translation>
    </message>
    <message>
      <location filename="desktop/export.py" />
      <source>Customer</source>
      <translation>Kunde</translation>
    </message>
    <message>
      <location filename="desktop/imports/heads.py" />
      <source>Customer or us</source>
      <translation>Kunde oder wir</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Cut</source>
      <translation>Ausschneiden</translation>
    </message>
    <message>
      <location filename="ui/settings/copies.py" />
      <source>Daily copies</source>
      <translation>Tägliche Kopien</translation>
    </message>
    <message>
      <location filename="ui/welcome/story.py" />
      <source>Dana</source>
      <translation>Dana</translation>
    </message>
    <message>
      <location filename="ui/welcome/story.py" />
      <source>Dana, that’s frightening, and we sent you down that hill. Please don’t ride it. I’m coming to fetch it now and I’ll tell you here what went wrong. Sam, who did your brakes</source>
      <translation>Dana, das ist erschreckend, und wir haben Sie so diesen Berg hinunterfahren lassen. Bitte fahren Sie nicht mehr damit. Ich hole das Rad jetzt ab und schreibe Ihnen hier, woran es lag. Sam, Ihre Bremsen habe ich gemacht</translation>
    </message>
    <message>
      <location filename="ui/settings/choices.py" />
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <location filename="ui/history/years.py" />
      <source>Dark bars hold matches.</source>
      <translation>Dunkle Balken enthalten Treffer.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Dashed: open.</source>
      <translation>Gestrichelt: geöffnet.</translation>
    </message>
    <message>
      <location filename="ui/settings/dialog.py" />
      <source>Data</source>
      <translation>Daten</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/columns.py" />
      <source>Dates are written</source>
      <translation>Datumsformat</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/columns.py" />
      <source>Day first: 31/12</source>
      <translation>Tag zuerst: 31/12</translation>
    </message>
    <message>
      <location filename="ui/history/note_dialog.py" />
      <source>Day, or first and last day</source>
      <translation>Tag, oder erster und letzter Tag</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Days a wording rests after it was used</source>
      <translation>Tage, die eine Formulierung nach Gebrauch ruht</translation>
    </message>
    <message>
      <location filename="ui/insights/own_dates.py" />
      <source>Days from {first} to {last} can be looked at.</source>
      <translation>Ansehen lassen sich Tage von {first} bis {last}.</translation>
    </message>
    <message>
      <location filename="ui/history/outcomes.py" />
      <source>Dec</source>
      <translation>Dez</translation>
    </message>
    <message>
      <location filename="desktop/language/times.py" />
      <source>December</source>
      <translation>Dezember</translation>
    </message>
    <message>
      <location filename="ui/theme/fonts.py" />
      <source>DejaVu Sans</source>
      <translation>DejaVu Sans</translation>
    </message>
    <message>
      <location filename="ui/theme/fonts.py" />
      <source>DejaVu Serif</source>
      <translation>DejaVu Serif</translation>
    </message>
    <message>
      <location filename="desktop/coach/holds.py" />
      <source>Deliver</source>
      <translation>Liefern</translation>
    </message>
    <message>
      <location filename="desktop/records.py" />
      <source>Deliver it to their door</source>
      <translation>Nach Hause liefern</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Delivery</source>
      <translation>Lieferung</translation>
    </message>
    <message>
      <location filename="desktop/triage/__init__.py" />
      <source>Detail</source>
      <translation>Detail</translation>
    </message>
    <message>
      <location filename="ui/trouble.py" />
      <source>Details</source>
      <translation>Einzelheiten</translation>
    </message>
    <message>
      <location filename="ui/languages.py" />
      <source>Deutsch</source>
      <translation>Deutsch</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>Did you mean “{word}”?</source>
      <translation>Meinten Sie „{word}“?</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Disagrees with the Shop book</source>
      <translation>Widerspricht dem Ladenbuch</translation>
    </message>
    <message>
      <location filename="ui/accounts/details.py" />
      <source>Disconnect</source>
      <translation>Trennen</translation>
    </message>
    <message>
      <location filename="ui/accounts/details.py" />
      <source>Disconnect {account}?</source>
      <translation>{account} trennen?</translation>
    </message>
    <message>
      <location filename="ui/accounts/details.py" />
      <source>Disconnect…</source>
      <translation>Trennen…</translation>
    </message>
    <message>
      <location filename="ui/widgets/bars.py" />
      <source>Dismiss</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <location filename="desktop/coach/steps.py" />
      <source>Do you know that yet?</source>
      <translation>Wissen Sie das schon?</translation>
    </message>
    <message>
      <location filename="desktop/coach/pauses.py" />
      <source>Don't tie a gift to what they post</source>
      <translation>Kein Geschenk für einen Beitrag</translation>
    </message>
    <message>
      <location filename="desktop/counter/inbox.py" />
      <source>Done here</source>
      <translation>Hier erledigt</translation>
    </message>
    <message>
      <location filename="ui/complaints/acts.py" />
      <source>Done here. It stays on Complaints until the ending shows</source>
      <translation>Hier erledigt. Unter „Beschwerden“ bleibt es, bis der Ausgang sichtbar ist</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Done today</source>
      <translation>Heute erledigt</translation>
    </message>
    <message>
      <location filename="ui/model/sheet.py" />
      <source>Don’t ask again for this computer</source>
      <translation>Bei diesem Computer nicht mehr fragen</translation>
    </message>
    <message>
      <location filename="ui/shopbook/printing.py" />
      <source>Don’t bring it up in answers to complaints</source>
      <translation>In Antworten auf Beschwerden nicht ansprechen</translation>
    </message>
    <message>
      <location filename="ui/shopbook/overview.py" />
      <source>Don’t mention it in answers to complaints.</source>
      <translation>In Antworten auf Beschwerden nicht erwähnen.</translation>
    </message>
    <message>
      <location filename="desktop/imports/files.py" />
      <source>Download it again.</source>
      <translation>Laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Draft by {name}</source>
      <translation>Entwurf von {name}</translation>
    </message>
    <message>
      <location filename="ui/outbox_desk.py" />
      <source>Draft kept</source>
      <translation>Entwurf aufgehoben</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>Drop a file or a folder here, or choose one.</source>
      <translation>Ziehen Sie eine Datei oder einen Ordner hierher, oder wählen Sie aus.</translation>
    </message>
    <message>
      <location filename="ui/by_hand/picture.py" />
      <source>Drop a picture of it anywhere here, or paste one.</source>
      <translation>Ziehen Sie ein Bild davon irgendwo hierher, oder fügen Sie eines ein.</translation>
    </message>
    <message>
      <location filename="ui/welcome/page.py" />
      <source>Drop an export file here. We’ll show what’s in it before anything is added.</source>
      <translation>Lassen Sie hier eine Exportdatei fallen. Wir zeigen, was darin ist, bevor etwas dazukommt.</translation>
    </message>
    <message>
      <location filename="desktop/homes.py" />
      <source>Dropbox</source>
      <translation>Dropbox</translation>
    </message>
    <message>
      <location filename="ui/inbox/top.py" />
      <source>Due first</source>
      <translation>Fälliges zuerst</translation>
    </message>
    <message>
      <location filename="desktop/language/tongue.py" />
      <source>Dutch</source>
      <translation>Niederländisch</translation>
    </message>
    <message>
      <location filename="ui/theme/fonts.py" />
      <source>EB Garamond</source>
      <translation>EB Garamond</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/columns.py" />
      <source>Each date can be read both ways. Look at the days below: is the month right?</source>
      <translation>Jedes Datum lässt sich auf zwei Arten lesen. Sehen Sie sich die Tage unten an: Stimmt der Monat?</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Edit</source>
      <translation>Bearbeiten</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>Edit and post again</source>
      <translation>Bearbeiten und neu posten</translation>
    </message>
    <message>
      <location filename="ui/conversation/asking.py" />
      <source>Edit first</source>
      <translation>Erst bearbeiten</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>Edited. Earlier:</source>
      <translation>Bearbeitet. Vorher:</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Einwiller and Steilen</source>
      <translation>Einwiller und Steilen</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>Ending overdue: {name}, {when}</source>
      <translation>Ausgang überfällig: {name}, {when}</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>Ending owed by {day}</source>
      <translation>Ausgang fällig bis {day}</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>Ending owed since {day}</source>
      <translation>Ausgang überfällig seit {day}</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>Ending owed: {name}, {when}</source>
      <translation>Ausgang fällig: {name}, {when}</translation>
    </message>
    <message>
      <location filename="ui/ending/__init__.py" />
      <source>EndingDialog</source>
      <translation>EndingDialog</translation>
    </message>
    <message>
      <location filename="ui/people/known.py" />
      <source>Endings made visible</source>
      <translation>Ausgänge sichtbar gemacht</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_page.py" />
      <source>Endings that came to show</source>
      <translation>Sichtbar gewordene Ausgänge</translation>
    </message>
    <message>
      <location filename="ui/complaints/column.py" />
      <source>Endings will collect here</source>
      <translation>Hier sammeln sich die Ausgänge</translation>
    </message>
    <message>
      <location filename="desktop/language/promising.py" />
      <source>English</source>
      <translation>Englisch</translation>
    </message>
    <message>
      <location filename="ui/insights/table.py" />
      <source>Enter opens the conversations</source>
      <translation>Enter öffnet die Gespräche</translation>
    </message>
    <message>
      <location filename="desktop/imports/rows.py" />
      <source>Entry {n}</source>
      <translation>Eintrag {n}</translation>
    </message>
    <message>
      <location filename="ui/forget_desk.py" />
      <source>Erase it now</source>
      <translation>Jetzt endgültig löschen</translation>
    </message>
    <message>
      <location filename="ui/settings/forgetting.py" />
      <source>Erase now…</source>
      <translation>Jetzt löschen…</translation>
    </message>
    <message>
      <location filename="ui/forget_desk.py" />
      <source>Erase what {name} wrote for good?</source>
      <translation>Was {name} geschrieben hat, endgültig löschen?</translation>
    </message>
    <message>
      <location filename="desktop/forgetting/__init__.py" />
      <source>Erased</source>
      <translation>Erased</translation>
    </message>
    <message>
      <location filename="desktop/driver.py" />
      <source>Error</source>
      <translation>Error</translation>
    </message>
    <message>
      <location filename="ui/conversation/acts.py" />
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <location filename="ui/complaints/page.py" />
      <source>Esc back to the cards</source>
      <translation>Esc zurück zu den Karten</translation>
    </message>
    <message>
      <location filename="ui/history/search.py" />
      <source>Esc clears</source>
      <translation>Esc leert</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Even “nothing new yet” counts.</source>
      <translation>Auch „noch nichts Neues“ zählt.</translation>
    </message>
    <message>
      <location filename="ui/conversation/event.py" />
      <source>Event</source>
      <translation>Vorfall</translation>
    </message>
    <message>
      <location filename="ui/happening/page.py" />
      <source>Event: {name}</source>
      <translation>Vorfall: {name}</translation>
    </message>
    <message>
      <location filename="ui/event_bars.py" />
      <source>Event: {name}, {people}.</source>
      <translation>Vorfall: {name}, {people}.</translation>
    </message>
    <message>
      <location filename="ui/pages.py" />
      <source>EventPage</source>
      <translation>EventPage</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Events</source>
      <translation>Vorfälle</translation>
    </message>
    <message>
      <location filename="ui/shopbook/facts.py" />
      <source>Every fact has been checked</source>
      <translation>Alle Angaben sind geprüft</translation>
    </message>
    <message>
      <location filename="ui/complaints/top.py" />
      <source>Every public complaint shows how it ended</source>
      <translation>Jede öffentliche Beschwerde zeigt, wie sie ausging</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>Every {span}</source>
      <translation>Alle {span}</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/columns.py" />
      <source>Everybody can see it there</source>
      <translation>Dort können es alle sehen</translation>
    </message>
    <message>
      <location filename="ui/happening/sheet.py" />
      <source>Everybody hears more {when}, even if there’s nothing new.</source>
      <translation>Alle hören {when} wieder von uns, auch wenn es nichts Neues gibt.</translation>
    </message>
    <message>
      <location filename="ui/happening/page.py" />
      <source>Everybody was told</source>
      <translation>Allen wurde Bescheid gesagt</translation>
    </message>
    <message>
      <location filename="ui/complaints/top.py" />
      <source>Everyone</source>
      <translation>Alle</translation>
    </message>
    <message>
      <location filename="ui/shopbook/page.py" />
      <source>Everyone can read and suggest. Only {owner} can change limits.</source>
      <translation>Alle können lesen und vorschlagen. Nur {owner} kann Grenzen ändern.</translation>
    </message>
    <message>
      <location filename="ui/inbox/listing.py" />
      <source>Everyone has an answer</source>
      <translation>Alle haben eine Antwort</translation>
    </message>
    <message>
      <location filename="ui/accounts/how_far.py" />
      <source>Everything</source>
      <translation>Alles</translation>
    </message>
    <message>
      <location filename="ui/practice/banner.py" />
      <source>Everything done in it is thrown away: replies, drafts and endings.</source>
      <translation>Alles, was darin getan wurde, wird weggeworfen: Antworten, Entwürfe und Ausgänge.</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>Everything here is on this computer. Pull the plug and try.</source>
      <translation>Alles hier ist auf diesem Computer. Ziehen Sie den Stecker und probieren Sie es aus.</translation>
    </message>
    <message>
      <location filename="ui/settings/carry.py" />
      <source>Everything in one file</source>
      <translation>Alles in einer Datei</translation>
    </message>
    <message>
      <location filename="ui/everything.py" />
      <source>Everything is in {name}: {n}.</source>
      <translation>Alles ist in {name}: {n}.</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>Everything is on this computer. Search works offline.</source>
      <translation>Alles ist auf diesem Computer. Die Suche geht ohne Netz.</translation>
    </message>
    <message>
      <location filename="ui/settings/forgetting.py" />
      <source>Everything somebody wrote leaves this computer. Your replies stay, without the name.</source>
      <translation>Alles, was jemand geschrieben hat, wird von diesem Computer gelöscht. Ihre Antworten bleiben, ohne den Namen.</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Everything stays in one folder on this computer. No account with us.</source>
      <translation>Alles bleibt in einem Ordner auf diesem Computer. Kein Konto bei uns.</translation>
    </message>
    <message>
      <location filename="ui/forget_desk.py" />
      <source>Everything {name} wrote is gone from here. It can be undone until {day}: Settings, Data.</source>
      <translation>Alles, was {name} geschrieben hat, ist hier weg. Bis {day} lässt sich das rückgängig machen: Einstellungen, Daten.</translation>
    </message>
    <message>
      <location filename="ui/people/details.py" />
      <source>Everything. The shop is {name}’s to answer for.</source>
      <translation>Alles. {name} verantwortet den Laden.</translation>
    </message>
    <message>
      <location filename="ui/keys_page.py" />
      <source>Everywhere</source>
      <translation>Überall</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>Exact and near words: {words}</source>
      <translation>Genaue und ähnliche Wörter: {words}</translation>
    </message>
    <message>
      <location filename="ui/history/export_dialog.py" />
      <source>Export</source>
      <translation>Exportieren</translation>
    </message>
    <message>
      <location filename="ui/everything.py" />
      <source>Export everything</source>
      <translation>Alles exportieren</translation>
    </message>
    <message>
      <location filename="ui/settings/carry.py" />
      <source>Export everything…</source>
      <translation>Alles exportieren…</translation>
    </message>
    <message>
      <location filename="ui/history/export_dialog.py" />
      <source>Export {many}</source>
      <translation>{many} exportieren</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>Export {n}</source>
      <translation>{n} exportieren</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>Exports and tables</source>
      <translation>Exporte und Tabellen</translation>
    </message>
    <message>
      <location filename="ui/history/export_dialog.py" />
      <source>Export…</source>
      <translation>Exportieren…</translation>
    </message>
    <message>
      <location filename="ui/history/saved_list.py" />
      <source>F2 renames one, Alt with an arrow moves it, Del forgets it.</source>
      <translation>F2 benennt eine um, Alt mit einem Pfeil verschiebt sie, Entf vergisst sie.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/facebook_sign_in.py" />
      <source>Facebook</source>
      <translation>Facebook</translation>
    </message>
    <message>
      <location filename="desktop/connectors/facebook.py" />
      <source>Facebook doesn’t let this page answer that comment.</source>
      <translation>Facebook lässt diese Seite auf diesen Kommentar nicht antworten.</translation>
    </message>
    <message>
      <location filename="desktop/imports/meta.py" />
      <source>Facebook export</source>
      <translation>Facebook-Export</translation>
    </message>
    <message>
      <location filename="ui/shopbook/facts.py" />
      <source>Facts</source>
      <translation>Angaben</translation>
    </message>
    <message>
      <location filename="ui/shopbook/page.py" />
      <source>Facts {n}</source>
      <translation>Angaben {n}</translation>
    </message>
    <message>
      <location filename="ui/history/outcomes.py" />
      <source>Feb</source>
      <translation>Feb</translation>
    </message>
    <message>
      <location filename="desktop/language/times.py" />
      <source>February</source>
      <translation>Februar</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Federal Trade Commission</source>
      <translation>Federal Trade Commission</translation>
    </message>
    <message>
      <location filename="ui/accounts/page.py" />
      <source>Fetching what is older.</source>
      <translation>Älteres wird geholt.</translation>
    </message>
    <message>
      <location filename="ui/accounts/first_look.py" />
      <source>Fetching…</source>
      <translation>Wird abgerufen…</translation>
    </message>
    <message>
      <location filename="ui/accounts/first_look.py" />
      <source>Fetching… {n} so far</source>
      <translation>Wird abgerufen… bisher {n}</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Fewer than half got a person’s answer</source>
      <translation>Weniger als die Hälfte bekam eine Antwort von einem Menschen</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>File, Switch person.</source>
      <translation>Datei, Person wechseln.</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>File, Switch person. Wren is here on Saturdays.</source>
      <translation>Datei, Person wechseln. Wren ist samstags da.</translation>
    </message>
    <message>
      <location filename="ui/composer/next_step.py" />
      <source>Fill %n blank to post</source>
      <translation>%n Lücke füllen zum Posten</translation>
    </message>
    <message>
      <location filename="ui/composer/next_step.py" />
      <source>Fill %n blank to send</source>
      <translation>%n Lücke füllen zum Senden</translation>
    </message>
    <message numerus="yes">
      <location filename="ui/composer/next_step.py" />
      <source>Fill %n blanks to post</source>
      <translation>
        <numerusform>%n Lücke füllen zum Posten</numerusform>
        <numerusform>%n Lücken füllen zum Posten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="ui/composer/next_step.py" />
      <source>Fill %n blanks to send</source>
      <translation>
        <numerusform>%n Lücke füllen zum Senden</numerusform>
        <numerusform>%n Lücken füllen zum Senden</numerusform>
      </translation>
    </message>
    <message>
      <location filename="desktop/searching/__init__.py" />
      <source>Filter</source>
      <translation>Filter</translation>
    </message>
    <message>
      <location filename="ui/history/facets.py" />
      <source>Filters</source>
      <translation>Filter</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Find</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Find Old Mr Pell under Fixed, not shown</source>
      <translation>Old Mr Pell unter „Behoben, nicht sichtbar“ finden</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Find what to do</source>
      <translation>Befehl suchen</translation>
    </message>
    <message>
      <location filename="desktop/coach/__init__.py" />
      <source>Finding</source>
      <translation>Finding</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>First answer</source>
      <translation>Erste Antwort</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>First answer due {when}</source>
      <translation>Erste Antwort fällig {when}</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>First answer due: {name}, {when}</source>
      <translation>Erste Antwort fällig: {name}, {when}</translation>
    </message>
    <message>
      <location filename="ui/shopbook/voice.py" />
      <source>First answer in</source>
      <translation>Erste Antwort: höchstens</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>First answer in so many opening hours</source>
      <translation>Erste Antwort in so vielen Öffnungsstunden</translation>
    </message>
    <message>
      <location filename="ui/shopbook/overview.py" />
      <source>First answer in {hours}. A visible ending in {days}.</source>
      <translation>Erste Antwort: höchstens {hours}. Sichtbarer Ausgang: höchstens {days}.</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>First answer overdue since {when}</source>
      <translation>Erste Antwort überfällig seit {when}</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>First answer overdue: {name}, {when}</source>
      <translation>Erste Antwort überfällig: {name}, {when}</translation>
    </message>
    <message>
      <location filename="ui/insights/own_dates.py" />
      <source>First day</source>
      <translation>Erster Tag</translation>
    </message>
    <message>
      <location filename="ui/accounts/wizard.py" />
      <source>First look</source>
      <translation>Erster Blick</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>First-time lines that were dismissed</source>
      <translation>Hinweise vom ersten Mal, die weggeklickt wurden</translation>
    </message>
    <message>
      <location filename="ui/conversation/book_pane.py" />
      <source>Fits this message</source>
      <translation>Passt zu dieser Nachricht</translation>
    </message>
    <message>
      <location filename="ui/complaints/page.py" />
      <source>Fixed isn’t finished. Cards leave the amber column when a passer-by can see the ending.</source>
      <translation>Behoben ist nicht fertig. Karten verlassen die gelbe Spalte, wenn ein Passant den Ausgang sehen kann.</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>Fixed {date}</source>
      <translation>Behoben am {date}</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>Fixed {date}, no word yet</source>
      <translation>Behoben am {date}, noch nichts gehört</translation>
    </message>
    <message>
      <location filename="ui/ending/facts.py" />
      <source>Fixed {date}.</source>
      <translation>Behoben am {date}.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Fixed, but nobody can tell</source>
      <translation>Behoben, aber niemand kann es sehen</translation>
    </message>
    <message>
      <location filename="desktop/counter/endings.py" />
      <source>Fixed, not shown</source>
      <translation>Behoben, nicht sichtbar</translation>
    </message>
    <message>
      <location filename="ui/widgets/wrap.py" />
      <source>FlowLayout</source>
      <translation>FlowLayout</translation>
    </message>
    <message>
      <location filename="ui/languages.py" />
      <source>Follow the computer</source>
      <translation>Wie der Computer</translation>
    </message>
    <message>
      <location filename="ui/settings/dialog.py" />
      <source>For calendars, hours, Insights and the printed week.</source>
      <translation>Für Kalender, Öffnungszeiten, Einblicke und die gedruckte Woche.</translation>
    </message>
    <message>
      <location filename="ui/happening/sheet.py" />
      <source>For customers: keep it, bin it, bring it back.</source>
      <translation>Für die Kunden: behalten, wegwerfen, zurückbringen.</translation>
    </message>
    <message>
      <location filename="ui/settings/how_long.py" />
      <source>For ever</source>
      <translation>Für immer</translation>
    </message>
    <message>
      <location filename="ui/app.py" />
      <source>For the shop this is a new computer from now on: what waited to be sent is held until somebody has looked.</source>
      <translation>Für den Laden ist dies von jetzt an ein neuer Computer: Was zu senden war, wird zurückgehalten, bis jemand nachgesehen hat.</translation>
    </message>
    <message>
      <location filename="ui/settings/dialog.py" />
      <source>For the whole shop. A resting wording can still be picked; it stands last, with its date.</source>
      <translation>Für den ganzen Laden. Eine ruhende Formulierung lässt sich trotzdem wählen; sie steht zuletzt, mit ihrem Datum.</translation>
    </message>
    <message>
      <location filename="ui/accounts/sign_in_step.py" />
      <source>For this session</source>
      <translation>Für diese Sitzung</translation>
    </message>
    <message>
      <location filename="ui/settings/dialog.py" />
      <source>For what people may promise. What a place charges stays in its own.</source>
      <translation>Für das, was Leute versprechen dürfen. Was ein Ort berechnet, bleibt in seiner eigenen.</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>For when a password became known, or somebody left who had one. What they know and what they carried off opens nothing new. Everybody else here needs a new password from you afterwards.</source>
      <translation>Für den Fall, dass ein Passwort bekannt wurde oder jemand ging, der eines hatte. Was sie wissen und mitgenommen haben, öffnet nichts Neues. Alle anderen hier brauchen danach ein neues Passwort von Ihnen.</translation>
    </message>
    <message>
      <location filename="ui/history/saved_list.py" />
      <source>Forget</source>
      <translation>Vergessen</translation>
    </message>
    <message>
      <location filename="ui/forget_dialog.py" />
      <source>Forget a person</source>
      <translation>Jemanden vergessen</translation>
    </message>
    <message>
      <location filename="ui/settings/forgetting.py" />
      <source>Forget a person…</source>
      <translation>Jemanden vergessen…</translation>
    </message>
    <message>
      <location filename="ui/history/saved.py" />
      <source>Forget one</source>
      <translation>Eine vergessen</translation>
    </message>
    <message>
      <location filename="ui/model/page.py" />
      <source>Forget the key</source>
      <translation>Schlüssel vergessen</translation>
    </message>
    <message>
      <location filename="ui/conversation/acts.py" />
      <source>Forget this person…</source>
      <translation>Diese Person vergessen…</translation>
    </message>
    <message>
      <location filename="ui/settings/learning.py" />
      <source>Forget what it learned</source>
      <translation>Gelerntes vergessen</translation>
    </message>
    <message>
      <location filename="ui/settings/learning.py" />
      <source>Forget “{words}”</source>
      <translation>„{words}“ vergessen</translation>
    </message>
    <message>
      <location filename="desktop/counter/inbox.py" />
      <source>Forgot these words</source>
      <translation>Diese Worte vergessen</translation>
    </message>
    <message>
      <location filename="desktop/counter/inbox.py" />
      <source>Forgot what was learned</source>
      <translation>Gelerntes vergessen</translation>
    </message>
    <message>
      <location filename="ui/lock/page.py" />
      <source>Forgot your PIN?</source>
      <translation>PIN vergessen?</translation>
    </message>
    <message>
      <location filename="ui/lock/page.py" />
      <source>Forgot your PIN? {owner} can set a new one in People.</source>
      <translation>PIN vergessen? {owner} kann im Team eine neue setzen.</translation>
    </message>
    <message>
      <location filename="ui/history/saved.py" />
      <source>Forgot “{name}”</source>
      <translation>„{name}“ vergessen</translation>
    </message>
    <message>
      <location filename="desktop/searching/__init__.py" />
      <source>Found</source>
      <translation>Gefunden</translation>
    </message>
    <message>
      <location filename="desktop/keys.py" />
      <source>Four or five words that nobody would put together are easy to keep.</source>
      <translation>Vier oder fünf Wörter, die niemand zusammenstellen würde, merkt man sich leicht.</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Fourteen people, one chain lube. The inbox soon asks.</source>
      <translation>Vierzehn Leute, ein Kettenöl. Der Eingang fragt bald.</translation>
    </message>
    <message>
      <location filename="ui/settings/how_long.py" />
      <source>Free in the shop file now: {n} MB.</source>
      <translation>Jetzt in der Ladendatei frei: {n} MB.</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Free software under the MIT licence.</source>
      <translation>Freie Software unter der MIT-Lizenz.</translation>
    </message>
    <message>
      <location filename="ui/theme/fonts.py" />
      <source>FreeSans</source>
      <translation>FreeSans</translation>
    </message>
    <message>
      <location filename="desktop/language/tongue.py" />
      <source>French</source>
      <translation>Französisch</translation>
    </message>
    <message>
      <location filename="ui/history/outcomes.py" />
      <source>Fri</source>
      <translation>Fr</translation>
    </message>
    <message>
      <location filename="desktop/coach/book.py" />
      <source>Friday</source>
      <translation>Freitag</translation>
    </message>
    <message>
      <location filename="desktop/connectors/notices.py" />
      <source>From</source>
      <translation>From</translation>
    </message>
    <message>
      <location filename="ui/conversation/cards.py" />
      <source>From People</source>
      <translation>Aus dem Team</translation>
    </message>
    <message>
      <location filename="ui/model/sheet.py" />
      <source>From a language model</source>
      <translation>Von einem Sprachmodell</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>From now on a password is asked for at each start. Without it nobody can read the shop’s files, and nobody can help who has forgotten it, except with the recovery code that you write down next.</source>
      <translation>Von jetzt an wird bei jedem Start ein Passwort verlangt. Ohne es kann niemand die Dateien des Ladens lesen, und niemand kann helfen, wenn es vergessen ist, außer mit dem Wiederherstellungscode, den Sie gleich aufschreiben.</translation>
    </message>
    <message>
      <location filename="ui/composer/coach_foot.py" />
      <source>From the Shop book</source>
      <translation>Aus dem Ladenbuch</translation>
    </message>
    <message>
      <location filename="ui/conversation/cards.py" />
      <source>From the event</source>
      <translation>Aus dem Vorfall</translation>
    </message>
    <message>
      <location filename="ui/welcome/story.py" />
      <source>From the pretend shop. All of it is public.</source>
      <translation>Aus dem Übungsladen. Alles davon ist öffentlich.</translation>
    </message>
    <message>
      <location filename="ui/moving.py" />
      <source>From then on use only one of the two.</source>
      <translation>Benutzen Sie von da an nur noch einen von beiden.</translation>
    </message>
    <message>
      <location filename="ui/forget_dialog.py" />
      <source>From this computer only. Your replies stay, without the name.</source>
      <translation>Nur von diesem Computer. Ihre Antworten bleiben, ohne den Namen.</translation>
    </message>
    <message>
      <location filename="ui/complaints/top.py" />
      <source>From where</source>
      <translation>Von wo</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>From {first} to {last}.</source>
      <translation>Vom {first} bis {last}.</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Full screen</source>
      <translation>Vollbild</translation>
    </message>
    <message>
      <location filename="ui/accounts/how_far.py" />
      <source>Further back, {place} may charge again for what is here already.</source>
      <translation>Weiter zurück kann {place} für das, was schon hier ist, noch einmal Geld verlangen.</translation>
    </message>
    <message>
      <location filename="ui/theme/style.py" />
      <source>Fusion</source>
      <translation>Fusion</translation>
    </message>
    <message>
      <location filename="desktop/counter/asking.py" />
      <source>Gave it back to {person_name}</source>
      <translation>An {person_name} zurückgegeben</translation>
    </message>
    <message>
      <location filename="ui/settings/dialog.py" />
      <source>General</source>
      <translation>Allgemein</translation>
    </message>
    <message>
      <location filename="ui/theme/fonts.py" />
      <source>Gentium Plus</source>
      <translation>Gentium Plus</translation>
    </message>
    <message>
      <location filename="ui/theme/fonts.py" />
      <source>Georgia</source>
      <translation>Georgia</translation>
    </message>
    <message>
      <location filename="desktop/language/tongue.py" />
      <source>German</source>
      <translation>Deutsch</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Gifts that depend on a kind review are against the rules in the United States.</source>
      <translation>Geschenke, die von einer freundlichen Bewertung abhängen, sind in den USA verboten.</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Give a time, and keep it</source>
      <translation>Eine Zeit nennen und sie halten</translation>
    </message>
    <message>
      <location filename="ui/shopbook/editor.py" />
      <source>Give it a title.</source>
      <translation>Geben Sie ihm einen Titel.</translation>
    </message>
    <message>
      <location filename="ui/people/asked.py" />
      <source>Give it back</source>
      <translation>Zurückgeben</translation>
    </message>
    <message>
      <location filename="desktop/errors.py" />
      <source>Give the password, or the recovery code.</source>
      <translation>Geben Sie das Passwort oder den Wiederherstellungscode ein.</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>Give to</source>
      <translation>Weitergeben an</translation>
    </message>
    <message>
      <location filename="ui/conversation/acts.py" />
      <source>Give to…</source>
      <translation>Weitergeben an…</translation>
    </message>
    <message>
      <location filename="desktop/counter/inbox.py" />
      <source>Given to nobody</source>
      <translation>An niemanden weitergegeben</translation>
    </message>
    <message>
      <location filename="desktop/counter/inbox.py" />
      <source>Given to {name}</source>
      <translation>An {name} weitergegeben</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>Given to {person}</source>
      <translation>An {person} weitergegeben</translation>
    </message>
    <message>
      <location filename="desktop/coach/reader.py" />
      <source>Gives a time</source>
      <translation>Nennt eine Zeit</translation>
    </message>
    <message>
      <location filename="ui/forget_dialog.py" />
      <source>Go on</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <location filename="ui/conversation/parts.py" />
      <source>Go on writing</source>
      <translation>Weiterschreiben</translation>
    </message>
    <message>
      <location filename="ui/ending/write_tab.py" />
      <source>Goes </source>
      <translation>Kommt </translation>
    </message>
    <message>
      <location filename="ui/ending/write_tab.py" />
      <source>Goes as a </source>
      <translation>Geht als </translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>Goes in {n} s</source>
      <translation>Geht in {n} s</translation>
    </message>
    <message>
      <location filename="ui/complaints/side_panel.py" />
      <source>Gone</source>
      <translation>Weg</translation>
    </message>
    <message>
      <location filename="ui/forget_dialog.py" />
      <source>Gone from lists, search, exports and insights: {n} with all their earlier words, pictures added to them, your notes, drafts and promises there, and how it ended. What other people wrote stays.</source>
      <translation>Weg aus Listen, Suche, Exporten und Einblicken: {n} mit allen früheren Worten, hinzugefügte Bilder, Ihre Notizen, Entwürfe und Zusagen dort, und wie es ausging. Was andere geschrieben haben, bleibt.</translation>
    </message>
    <message>
      <location filename="ui/composer/coach_item.py" />
      <source>Good</source>
      <translation>Gut</translation>
    </message>
    <message>
      <location filename="ui/composer/coach_foot.py" />
      <source>Good already</source>
      <translation>Bereits gut</translation>
    </message>
    <message>
      <location filename="ui/conversation/keeping.py" />
      <source>Good line. Keep it as a wording?</source>
      <translation>Gute Zeile. Als Formulierung behalten?</translation>
    </message>
    <message>
      <location filename="desktop/connectors/practice.py" />
      <source>Google</source>
      <translation>Google</translation>
    </message>
    <message>
      <location filename="desktop/connectors/feed.py" />
      <source>Google Alerts and feeds</source>
      <translation>Google Alerts und Feeds</translation>
    </message>
    <message>
      <location filename="desktop/connectors/feed.py" />
      <source>Google Alerts finds some of what is written, not all of it, and often a day later.</source>
      <translation>Google Alerts findet manches, was geschrieben wird, nicht alles, und oft einen Tag später.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/feed.py" />
      <source>Google Alerts looks for your shop's name on the web. Whoever has its feed's address can read it, so the address is kept like a key.</source>
      <translation>Google Alerts sucht im Web nach dem Namen Ihres Ladens. Wer die Adresse des Feeds hat, kann ihn lesen; darum wird sie wie ein Schlüssel verwahrt.</translation>
    </message>
    <message>
      <location filename="desktop/homes.py" />
      <source>Google Drive</source>
      <translation>Google Drive</translation>
    </message>
    <message>
      <location filename="desktop/imports/takeout.py" />
      <source>Google Takeout, reviews</source>
      <translation>Google Takeout, Bewertungen</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google.py" />
      <source>Google answered in a way we can't read. It may have worked or not.</source>
      <translation>Google hat so geantwortet, dass wir es nicht lesen können. Es kann geklappt haben oder nicht.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_api.py" />
      <source>Google doesn't know that client ID and secret.</source>
      <translation>Google kennt diese Client-ID und diesen Clientschlüssel nicht.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_api.py" />
      <source>Google hasn't let your project use the {api} yet.</source>
      <translation>Google lässt Ihr Projekt die {api} noch nicht nutzen.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google.py" />
      <source>Google's reviews can't be read.</source>
      <translation>Die Bewertungen bei Google lassen sich nicht lesen.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google.py" />
      <source>Google's yes, first: ask for access to the Business Profile API (about 14 days; your place must have been verified for 60). Then a project of your own in the Google Cloud console, with the My Business Account Management, My Business Business Information and Google My Business APIs switched on.</source>
      <translation>Zuerst das Ja von Google: Bitten Sie um Zugang zur Business Profile API (etwa 14 Tage; Ihr Laden muss dort seit 60 Tagen bestätigt sein). Dann ein eigenes Projekt in der Google Cloud Console, in dem die APIs „My Business Account Management“, „My Business Business Information“ und „Google My Business“ eingeschaltet sind.</translation>
    </message>
    <message>
      <location filename="ui/settings/learning.py" />
      <source>Guessed less often: {kinds}</source>
      <translation>Seltener vermutet: {kinds}</translation>
    </message>
    <message>
      <location filename="ui/settings/learning.py" />
      <source>Guessed more often: {kinds}</source>
      <translation>Öfter vermutet: {kinds}</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Guessed, {reason}</source>
      <translation>Vermutet, {reason}</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Guesses</source>
      <translation>Vermutungen</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Guesses: what they learned, and forgetting it</source>
      <translation>Vermutungen: was gelernt wurde, und Gelerntes vergessen</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Gus, then 2. Say by when you’ll be back.</source>
      <translation>Gus, dann 2. Sagen, bis wann Sie wieder da sind.</translation>
    </message>
    <message>
      <location filename="ui/composer/back_by.py" />
      <source>HH:mm</source>
      <translation>HH:mm</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Half got a person’s answer within {time}</source>
      <translation>Die Hälfte bekam binnen {time} eine Antwort von einem Menschen</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Hands them the job</source>
      <translation>Überlässt Kunden die Arbeit</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>Happening now</source>
      <translation>Passiert gerade</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Hear them</source>
      <translation>Zuhören</translation>
    </message>
    <message>
      <location filename="desktop/counter/__init__.py" />
      <source>Heard</source>
      <translation>Heard</translation>
    </message>
    <message>
      <location filename="ui/complaints/table.py" />
      <source>Held by</source>
      <translation>Bei</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>Held by {name}</source>
      <translation>Bei {name}</translation>
    </message>
    <message>
      <location filename="ui/welcome/page.py" />
      <source>Hello, {name}.</source>
      <translation>Hallo, {name}.</translation>
    </message>
    <message>
      <location filename="ui/practice_offer.py" />
      <source>Hello, {name}. Practise first, with a pretend shop? Nothing you write there is posted anywhere.</source>
      <translation>Hallo, {name}. Erst üben, im Übungsladen? Nichts, was Sie dort schreiben, wird irgendwo gepostet.</translation>
    </message>
    <message>
      <location filename="ui/welcome/questions.py" />
      <source>Hello.</source>
      <translation>Hallo.</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Helper</source>
      <translation>Aushilfe</translation>
    </message>
    <message>
      <location filename="ui/accounts/ways.py" />
      <source>Helpers can post with it.</source>
      <translation>Aushilfen können damit posten.</translation>
    </message>
    <message>
      <location filename="desktop/imports/opening.py" />
      <source>Here’s what’s in it: {what}.</source>
      <translation>Das ist darin: {what}.</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Herhausen and others</source>
      <translation>Herhausen u. a.</translation>
    </message>
    <message>
      <location filename="desktop/counter/hidden.py" />
      <source>Hidden</source>
      <translation>Ausgeblendet</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>Hidden on {place}</source>
      <translation>Auf {place} ausgeblendet</translation>
    </message>
    <message>
      <location filename="ui/conversation/kept_words.py" />
      <source>Hide</source>
      <translation>Verbergen</translation>
    </message>
    <message>
      <location filename="ui/conversation/acts.py" />
      <source>Hide from everybody else…</source>
      <translation>Vor allen anderen ausblenden…</translation>
    </message>
    <message>
      <location filename="ui/conversation/asking.py" />
      <source>Hide it</source>
      <translation>Ausblenden</translation>
    </message>
    <message>
      <location filename="desktop/records.py" />
      <source>Hide or report a post</source>
      <translation>Beitrag ausblenden oder melden</translation>
    </message>
    <message>
      <location filename="ui/practice/public_panel.py" />
      <source>Hide the pretend public</source>
      <translation>Das erfundene Publikum ausblenden</translation>
    </message>
    <message>
      <location filename="ui/composer/coach_panel.py" />
      <source>Hide this column (F8)</source>
      <translation>Diese Spalte ausblenden (F8)</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>Hide this from everybody else on {place}? {name} may still see it.</source>
      <translation>Auf {place} vor allen anderen ausblenden? {name} sieht es vielleicht weiter.</translation>
    </message>
    <message>
      <location filename="ui/settings/choices.py" />
      <source>High contrast, dark</source>
      <translation>Hoher Kontrast, dunkel</translation>
    </message>
    <message>
      <location filename="ui/settings/choices.py" />
      <source>High contrast, light</source>
      <translation>Hoher Kontrast, hell</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>His card comes to Shown, or says what it waits for.</source>
      <translation>Seine Karte kommt zu „Sichtbar“ oder sagt, worauf sie wartet.</translation>
    </message>
    <message>
      <location filename="ui/history/export_dialog.py" />
      <source>History</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>History: best match first</source>
      <translation>Verlauf: beste Treffer zuerst</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>History: timeline</source>
      <translation>Verlauf: Zeitleiste</translation>
    </message>
    <message>
      <location filename="ui/pages.py" />
      <source>HistoryPage</source>
      <translation>HistoryPage</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Hogreve and others</source>
      <translation>Hogreve u. a.</translation>
    </message>
    <message>
      <location filename="ui/outbox_list.py" />
      <source>Hold all</source>
      <translation>Alle zurückhalten</translation>
    </message>
    <message>
      <location filename="ui/lock/meanwhile.py" />
      <source>Hold it</source>
      <translation>Zurückhalten</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Hold the outbox</source>
      <translation>Postausgang anhalten</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Hold the outbox at each start</source>
      <translation>Den Postausgang bei jedem Start anhalten</translation>
    </message>
    <message>
      <location filename="ui/settings/choices.py" />
      <source>Hold until I press Send now</source>
      <translation>Warten, bis ich auf „Jetzt senden“ drücke</translation>
    </message>
    <message>
      <location filename="ui/composer/coach_item.py" />
      <source>Holds the reply back</source>
      <translation>Hält die Antwort auf</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Hour</source>
      <translation>Stunde</translation>
    </message>
    <message>
      <location filename="ui/conversation/book_pane.py" />
      <source>Hours and closures</source>
      <translation>Zeiten und Schließtage</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Hours, stock, where</source>
      <translation>Zeiten, Vorrat, wo</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>How</source>
      <translation>Wie geht das?</translation>
    </message>
    <message>
      <location filename="ui/composer/compare.py" />
      <source>How alike they are</source>
      <translation>Wie ähnlich sie sind</translation>
    </message>
    <message>
      <location filename="ui/conversation/popups.py" />
      <source>How do you know it’s fixed?</source>
      <translation>Woher wissen Sie, dass es behoben ist?</translation>
    </message>
    <message>
      <location filename="ui/accounts/how_far.py" />
      <source>How far back?</source>
      <translation>Wie weit zurück?</translation>
    </message>
    <message>
      <location filename="ui/history/facets.py" />
      <source>How it ended</source>
      <translation>Wie es ausging</translation>
    </message>
    <message>
      <location filename="ui/history/printed.py" />
      <source>How it ended, a copy kept on {when}</source>
      <translation>Wie es ausging, Kopie vom {when}</translation>
    </message>
    <message>
      <location filename="ui/ending/dialog.py" />
      <source>How it ended, with a saved copy kept here</source>
      <translation>Wie es ausging, mit einer hier aufgehobenen Kopie</translation>
    </message>
    <message>
      <location filename="ui/settings/how_long.py" />
      <source>How long messages are kept</source>
      <translation>Wie lange Nachrichten bleiben</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>How public complaints ended</source>
      <translation>Wie öffentliche Beschwerden ausgingen</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>How replies sound</source>
      <translation>Wie Antworten klingen</translation>
    </message>
    <message>
      <location filename="ui/accounts/ways.py" />
      <source>How should it get here?</source>
      <translation>Wie soll es hierherkommen?</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>How soon a person answered</source>
      <translation>Wie schnell jemand geantwortet hat</translation>
    </message>
    <message>
      <location filename="ui/conversation/rights.py" />
      <source>How to allow it on {place}</source>
      <translation>So wird es auf {place} erlaubt</translation>
    </message>
    <message>
      <location filename="ui/accounts/wizard.py" />
      <source>How to bring it in</source>
      <translation>Wie es hereinkommt</translation>
    </message>
    <message>
      <location filename="ui/complaints/side_panel.py" />
      <source>How we know it’s fixed</source>
      <translation>Woher wir wissen, dass es behoben ist</translation>
    </message>
    <message>
      <location filename="desktop/counter/book.py" />
      <source>How we sound</source>
      <translation>Wie wir klingen</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>I have a shop from another computer…</source>
      <translation>Ich habe einen Laden von einem anderen Computer…</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>I'm looking into it</source>
      <translation>Ich gehe dem nach</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>I'm on my way</source>
      <translation>Ich bin unterwegs</translation>
    </message>
    <message>
      <location filename="desktop/coach/steps.py" />
      <source>I've written to you just now, {name}.</source>
      <translation>Ich habe Ihnen gerade geschrieben, {name}.</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Idea</source>
      <translation>Idee</translation>
    </message>
    <message>
      <location filename="ui/model/page.py" />
      <source>If it needs one</source>
      <translation>Falls es einen braucht</translation>
    </message>
    <message>
      <location filename="ui/ending/dialog.py" />
      <source>If it shows already</source>
      <translation>Wenn es schon sichtbar ist</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_api.py" />
      <source>If that happens every week, your app at Google is still in testing: publish it there, under Audience.</source>
      <translation>Wenn das jede Woche passiert, ist Ihre App bei Google noch im Test: Veröffentlichen Sie sie dort, unter „Zielgruppe“.</translation>
    </message>
    <message>
      <location filename="ui/ending/dialog.py" />
      <source>If there’s no word by </source>
      <translation>Kommt nichts bis </translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_places.py" />
      <source>If this happens at your first try, it hasn't let your project use the Business Profile API yet.</source>
      <translation>Wenn das beim ersten Versuch passiert, lässt Google Ihr Projekt die Business Profile API noch nicht nutzen.</translation>
    </message>
    <message>
      <location filename="desktop/coach/holds.py" />
      <source>If you don't know yet, say so and give a time.</source>
      <translation>Wenn Sie es noch nicht wissen, sagen Sie das und nennen Sie eine Zeit.</translation>
    </message>
    <message>
      <location filename="ui/ending/dialog.py" />
      <source>If you say it</source>
      <translation>Wenn Sie es sagen</translation>
    </message>
    <message>
      <location filename="ui/ending/dialog.py" />
      <source>If {name} adds a line</source>
      <translation>Wenn {name} eine Zeile schreibt</translation>
    </message>
    <message>
      <location filename="desktop/connectors/instagram.py" />
      <source>Ig</source>
      <translation>Ig</translation>
    </message>
    <message>
      <location filename="desktop/records.py" />
      <source>Illness, injury, allergy, police, press</source>
      <translation>Krankheit, Verletzung, Allergie, Polizei, Presse</translation>
    </message>
    <message>
      <location filename="ui/conversation/popups.py" />
      <source>In a week</source>
      <translation>In einer Woche</translation>
    </message>
    <message>
      <location filename="ui/conversation/popups.py" />
      <source>In an hour</source>
      <translation>In einer Stunde</translation>
    </message>
    <message>
      <location filename="ui/shopbook/voice.py" />
      <source>In one sentence</source>
      <translation>In einem Satz</translation>
    </message>
    <message>
      <location filename="ui/conversation/event.py" />
      <source>In the event ‘{name}’.</source>
      <translation>Im Vorfall „{name}“.</translation>
    </message>
    <message>
      <location filename="ui/session.py" />
      <source>In the outbox. Goes when there’s a connection</source>
      <translation>Im Postausgang. Geht, sobald eine Verbindung da ist</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>In their case</source>
      <translation>In diesem Fall</translation>
    </message>
    <message>
      <location filename="ui/conversation/popups.py" />
      <source>In three days</source>
      <translation>In drei Tagen</translation>
    </message>
    <message>
      <location filename="ui/composer/footer.py" />
      <source>In your words</source>
      <translation>In Ihren Worten</translation>
    </message>
    <message>
      <location filename="ui/people/known.py" />
      <source>In {name}’s own words</source>
      <translation>In eigenen Worten von {name}</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>In {period} fewer than half got one.</source>
      <translation>{period} bekam weniger als die Hälfte eine.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>In {period} it was {a} of {b}.</source>
      <translation>{period} waren es {a} von {b}.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>In {period} it was {day}, at {first} and at {last}.</source>
      <translation>{period} war es {day}, um {first} und um {last} Uhr.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>In {period} it was {day}, at {first}.</source>
      <translation>{period} war es {day}, um {first} Uhr.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>In {period} it was {p}%.</source>
      <translation>{period} waren es {p} %.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>In {period} it was {time}.</source>
      <translation>{period} waren es {time}.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>In {period} there were too few to compare.</source>
      <translation>{period} waren es zu wenige, um zu vergleichen.</translation>
    </message>
    <message>
      <location filename="ui/happening/page.py" />
      <source>Inbox</source>
      <translation>Eingang</translation>
    </message>
    <message>
      <location filename="ui/history/export_dialog.py" />
      <source>Include notes on the timeline</source>
      <translation>Notizen auf der Zeitleiste mitnehmen</translation>
    </message>
    <message>
      <location filename="ui/history/export_dialog.py" />
      <source>Include proofs</source>
      <translation>Mit Nachweisen</translation>
    </message>
    <message>
      <location filename="ui/insights/export.py" />
      <source>Insights</source>
      <translation>Einblicke</translation>
    </message>
    <message>
      <location filename="ui/insights/export.py" />
      <source>Insights in {name}</source>
      <translation>Einblicke in {name}</translation>
    </message>
    <message>
      <location filename="ui/pages.py" />
      <source>InsightsPage</source>
      <translation>InsightsPage</translation>
    </message>
    <message>
      <location filename="desktop/connectors/practice.py" />
      <source>Instagram</source>
      <translation>Instagram</translation>
    </message>
    <message>
      <location filename="desktop/imports/meta.py" />
      <source>Instagram export</source>
      <translation>Instagram-Export</translation>
    </message>
    <message>
      <location filename="desktop/connectors/instagram.py" />
      <source>Instagram hands out all comments on those pictures: what is older is fetched, and left out here.</source>
      <translation>Instagram gibt alle Kommentare zu diesen Bildern heraus: Älteres wird geholt und hier weggelassen.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/instagram.py" />
      <source>Instagram lets no program answer under a picture you are tagged in.</source>
      <translation>Instagram lässt kein Programm unter einem Bild antworten, auf dem Sie markiert sind.</translation>
    </message>
    <message>
      <location filename="ui/theme/fonts.py" />
      <source>Iowan Old Style</source>
      <translation>Iowan Old Style</translation>
    </message>
    <message>
      <location filename="ui/complaints/side_panel.py" />
      <source>Is it gone?</source>
      <translation>Ist es weg?</translation>
    </message>
    <message>
      <location filename="desktop/model/asking.py" />
      <source>Is it running?</source>
      <translation>Läuft es?</translation>
    </message>
    <message>
      <location filename="desktop/counter/noting.py" />
      <source>Is the last day after the first?</source>
      <translation>Liegt der letzte Tag nach dem ersten?</translation>
    </message>
    <message>
      <location filename="ui/complaints/side_panel.py" />
      <source>Is this the ending?</source>
      <translation>Ist das der Ausgang?</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Istanbulluoglu</source>
      <translation>Istanbulluoglu</translation>
    </message>
    <message>
      <location filename="ui/conversation/ending_panel.py" />
      <source>It already shows</source>
      <translation>Ist schon sichtbar</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>It builds up by itself.</source>
      <translation>Er wächst von selbst.</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>It can be undone for 30 days.</source>
      <translation>Das lässt sich 30 Tage lang rückgängig machen.</translation>
    </message>
    <message>
      <location filename="desktop/counter/hours.py" />
      <source>It can't close when it opens.</source>
      <translation>Schließen und Öffnen können nicht gleichzeitig sein.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>It can’t be put right</source>
      <translation>Es lässt sich nicht gutmachen</translation>
    </message>
    <message>
      <location filename="ui/forget_desk.py" />
      <source>It can’t be undone any more. The file it was set aside in is deleted, and the copies in the shop folder are written anew without it: a copy that can’t be read is deleted. Copies you keep somewhere else aren’t touched.</source>
      <translation>Das lässt sich nicht mehr rückgängig machen. Die Datei, in der es beiseitegelegt ist, wird gelöscht, und die Kopien im Ladenordner werden ohne diese Daten neu geschrieben: Eine Kopie, die nicht lesbar ist, wird gelöscht. Kopien, die Sie anderswo aufheben, bleiben unberührt.</translation>
    </message>
    <message>
      <location filename="ui/keep_desk.py" />
      <source>It can’t be undone, and they don’t come in again. From now on what grows older goes by itself, once a day. Copies made before still have them.</source>
      <translation>Das lässt sich nicht rückgängig machen, und sie kommen nicht wieder herein. Von jetzt an geht, was älter wird, einmal am Tag von selbst. Kopien von vorher enthalten sie noch.</translation>
    </message>
    <message>
      <location filename="ui/typed.py" />
      <source>It can’t close before it opens.</source>
      <translation>Geschlossen wird erst nach dem Öffnen.</translation>
    </message>
    <message>
      <location filename="ui/insights/own_dates.py" />
      <source>It can’t end before it begins.</source>
      <translation>Das Ende liegt vor dem Anfang.</translation>
    </message>
    <message>
      <location filename="ui/complaints/side_panel.py" />
      <source>It doesn’t</source>
      <translation>Nicht zu sehen</translation>
    </message>
    <message>
      <location filename="desktop/imports/takeout.py" />
      <source>It doesn’t say what it is about, or when it was written.</source>
      <translation>Da steht nicht, worum es geht oder wann es geschrieben wurde.</translation>
    </message>
    <message>
      <location filename="desktop/imports/mastodon.py" />
      <source>It doesn’t say what it is, or when it was written.</source>
      <translation>Da steht nicht, was es ist oder wann es geschrieben wurde.</translation>
    </message>
    <message>
      <location filename="desktop/imports/meta.py" />
      <source>It doesn’t say what was said, or when.</source>
      <translation>Da steht nicht, was gesagt wurde oder wann.</translation>
    </message>
    <message>
      <location filename="desktop/imports/bluesky.py" />
      <source>It doesn’t say when it was written.</source>
      <translation>Da steht nicht, wann es geschrieben wurde.</translation>
    </message>
    <message>
      <location filename="desktop/imports/table.py" />
      <source>It doesn’t say when.</source>
      <translation>Da steht nicht, wann.</translation>
    </message>
    <message>
      <location filename="desktop/lookout.py" />
      <source>It doesn’t say why.</source>
      <translation>Warum, steht da nicht.</translation>
    </message>
    <message>
      <location filename="desktop/imports/x.py" />
      <source>It has no number.</source>
      <translation>Es hat keine Nummer.</translation>
    </message>
    <message>
      <location filename="desktop/imports/x.py" />
      <source>It has no words.</source>
      <translation>Es hat keine Worte.</translation>
    </message>
    <message>
      <location filename="desktop/coach/steps.py" />
      <source>It helped while {name} waited. Now it's in the way.</source>
      <translation>Es half, solange {name} wartete. Jetzt stört es.</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>It is about nothing of the list</source>
      <translation>Es geht um nichts aus der Liste</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>It is about: {topics}</source>
      <translation>Es geht um: {topics}</translation>
    </message>
    <message>
      <location filename="desktop/counter/endings.py" />
      <source>It is already there.</source>
      <translation>Es ist schon da.</translation>
    </message>
    <message>
      <location filename="ui/moved_in.py" />
      <source>It is in {folder}. Started as before, Said &amp; Done opens the shop that was here until now; started with --folder “{folder}”, this one.</source>
      <translation>Er liegt in {folder}. Wie bisher gestartet, öffnet Said &amp; Done den Laden, der bis jetzt hier war; mit --folder „{folder}“ gestartet, diesen.</translation>
    </message>
    <message>
      <location filename="ui/settings/quiet.py" />
      <source>It is off for you. Blanks, length and limits are still checked.</source>
      <translation>Für Sie ausgeschaltet. Lücken, Länge und Grenzen werden weiter geprüft.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>It is remembered once somebody else sorts the same words so.</source>
      <translation>Gemerkt wird es, sobald noch jemand dieselben Worte so sortiert.</translation>
    </message>
    <message>
      <location filename="ui/conversation/guess_line.py" />
      <source>It is: {kind}</source>
      <translation>Es ist: {kind}</translation>
    </message>
    <message>
      <location filename="desktop/imports/mastodon.py" />
      <source>It isn’t a post.</source>
      <translation>Es ist kein Beitrag.</translation>
    </message>
    <message>
      <location filename="desktop/imports/rows.py" />
      <source>It isn’t a row with names.</source>
      <translation>Das ist keine Zeile mit Namen.</translation>
    </message>
    <message>
      <location filename="desktop/imports/bluesky.py" />
      <source>It isn’t in the file, or can’t be read.</source>
      <translation>Es ist nicht in der Datei oder lässt sich nicht lesen.</translation>
    </message>
    <message>
      <location filename="ui/complaints/side_panel.py" />
      <source>It isn’t there any more</source>
      <translation>Er ist nicht mehr da</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>It isn’t, send it</source>
      <translation>Ist es nicht, senden</translation>
    </message>
    <message>
      <location filename="desktop/connectors/answers.py" />
      <source>It may be having trouble. We'll try again.</source>
      <translation>Vielleicht gibt es dort eine Störung. Wir versuchen es wieder.</translation>
    </message>
    <message>
      <location filename="desktop/model/asking.py" />
      <source>It needs the name of a model.</source>
      <translation>Es braucht den Namen eines Modells.</translation>
    </message>
    <message>
      <location filename="ui/settings/quiet.py" />
      <source>It reads along while you write. You can do without.</source>
      <translation>Er liest mit, während Sie schreiben. Es geht auch ohne.</translation>
    </message>
    <message>
      <location filename="desktop/coach/own_words.py" />
      <source>It stands under How we sound, in the Shop book.</source>
      <translation>Es steht im Ladenbuch unter „Wie wir klingen“.</translation>
    </message>
    <message>
      <location filename="ui/settings/news.py" />
      <source>It stays in the tray, locked where people have PINs. File, Quit ends it.</source>
      <translation>Es bleibt im Infobereich, gesperrt, wo es PINs gibt. Datei, Beenden schließt es ganz.</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>It takes Dana a minute or two. The clock can hurry.</source>
      <translation>Dana braucht ein oder zwei Minuten. Die Uhr kann schneller gehen.</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>It takes Sam a minute.</source>
      <translation>Sam braucht eine Minute.</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>It waits in angryspoke’s conversation.</source>
      <translation>Es wartet im Gespräch mit angryspoke.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/by_hand.py" />
      <source>It was added by hand, so nothing can be posted from here.</source>
      <translation>Von Hand hinzugefügt, darum lässt sich von hier aus nichts posten.</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>It was all in before it could be stopped.</source>
      <translation>Alles war schon da, bevor es angehalten werden konnte.</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>It wasn't us, but I'll help</source>
      <translation>Wir waren es nicht, aber ich helfe</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/brought.py" />
      <source>It wasn’t finished: {n} came in.</source>
      <translation>Nicht fertig geworden: {n} kamen herein.</translation>
    </message>
    <message>
      <location filename="ui/ending/leave_standing.py" />
      <source>It will still look like a complaint to a passer-by.</source>
      <translation>Für einen Passanten sieht es weiter wie eine Beschwerde aus.</translation>
    </message>
    <message>
      <location filename="ui/model/page.py" />
      <source>It works. It would begin like this:</source>
      <translation>Es geht. Es würde so anfangen:</translation>
    </message>
    <message>
      <location filename="desktop/model/opening.py" />
      <source>It wrote far more than an opening.</source>
      <translation>Es hat viel mehr als einen Anfang geschrieben.</translation>
    </message>
    <message>
      <location filename="desktop/model/opening.py" />
      <source>It wrote nothing we can use.</source>
      <translation>Es hat nichts geschrieben, was wir brauchen können.</translation>
    </message>
    <message>
      <location filename="desktop/model/asking.py" />
      <source>It wrote nothing.</source>
      <translation>Es hat nichts geschrieben.</translation>
    </message>
    <message>
      <location filename="ui/model/sheet.py" />
      <source>It wrote this. What was specific in it is a blank now, for you to fill:</source>
      <translation>Das hat es geschrieben. Alles Konkrete darin ist jetzt eine Lücke, die Sie füllen:</translation>
    </message>
    <message>
      <location filename="desktop/model/opening.py" />
      <source>It wrote what was posted lately.</source>
      <translation>Es hat geschrieben, was neulich gepostet wurde.</translation>
    </message>
    <message>
      <location filename="desktop/coach/private.py" />
      <source>It's already public</source>
      <translation>Es ist schon öffentlich</translation>
    </message>
    <message>
      <location filename="desktop/coach/book.py" />
      <source>It's still right</source>
      <translation>Stimmt noch</translation>
    </message>
    <message>
      <location filename="desktop/language/tongue.py" />
      <source>Italian</source>
      <translation>Italienisch</translation>
    </message>
    <message>
      <location filename="desktop/bringing_in.py" />
      <source>Its time can’t be right.</source>
      <translation>Diese Zeit kann nicht stimmen.</translation>
    </message>
    <message>
      <location filename="ui/main_window.py" />
      <source>Its words are only in this window. Make room on the disk, or copy them first.</source>
      <translation>Der Text steht nur in diesem Fenster. Machen Sie Platz auf der Festplatte, oder kopieren Sie ihn zuerst.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky.py" />
      <source>Its writer doesn't let you answer here.</source>
      <translation>Wer das schrieb, lässt Sie hier nicht antworten.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky.py" />
      <source>Its writer doesn't let you answer there. Your reply is kept here.</source>
      <translation>Wer das schrieb, lässt Sie dort nicht antworten. Ihre Antwort ist hier aufgehoben.</translation>
    </message>
    <message>
      <location filename="ui/conversation/ending_panel.py" />
      <source>It’s fixed. The post still looks like a complaint.</source>
      <translation>Es ist behoben. Der Beitrag sieht noch wie eine Beschwerde aus.</translation>
    </message>
    <message>
      <location filename="ui/complaints/side_panel.py" />
      <source>It’s gone</source>
      <translation>Es ist weg</translation>
    </message>
    <message>
      <location filename="ui/conversation/promising.py" />
      <source>It’s kept</source>
      <translation>Zusage gehalten</translation>
    </message>
    <message>
      <location filename="ui/outbox_desk.py" />
      <source>It’s kept and goes when you open Said &amp; Done again.</source>
      <translation>Sie ist aufgehoben und geht, wenn Sie Said &amp; Done wieder öffnen.</translation>
    </message>
    <message>
      <location filename="ui/widgets/sentence.py" />
      <source>It’s on paper, word for word</source>
      <translation>Er steht Wort für Wort auf Papier</translation>
    </message>
    <message>
      <location filename="ui/conversation/notices.py" />
      <source>It’s posted</source>
      <translation>Es ist gepostet</translation>
    </message>
    <message>
      <location filename="ui/conversation/notices.py" />
      <source>It’s said</source>
      <translation>Es ist gesagt</translation>
    </message>
    <message>
      <location filename="ui/shopbook/card.py" />
      <source>It’s still right</source>
      <translation>Stimmt noch</translation>
    </message>
    <message>
      <location filename="ui/complaints/side_panel.py" />
      <source>It’s there</source>
      <translation>Es ist da</translation>
    </message>
    <message>
      <location filename="ui/practice/public_desk.py" />
      <source>It’s {when}. You’re minding {shop}. Somebody’s about to write.</source>
      <translation>Es ist {when}. Sie hüten {shop}. Gleich schreibt jemand.</translation>
    </message>
    <message>
      <location filename="ui/conversation/acts.py" />
      <source>I’m looking into it</source>
      <translation>Ich gehe dem nach</translation>
    </message>
    <message>
      <location filename="desktop/counter/claiming.py" />
      <source>I’m on it</source>
      <translation>Ich kümmere mich</translation>
    </message>
    <message>
      <location filename="ui/widgets/sentence.py" />
      <source>I’ve written it down</source>
      <translation>Ich habe ihn aufgeschrieben</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>J and K move.</source>
      <translation>Mit J und K hinauf und hinunter.</translation>
    </message>
    <message>
      <location filename="ui/inbox/page.py" />
      <source>JKE</source>
      <translation>JKE</translation>
    </message>
    <message>
      <location filename="ui/by_hand/picture.py" />
      <source>JPEG</source>
      <translation>JPEG</translation>
    </message>
    <message>
      <location filename="desktop/connectors/feed_posts.py" />
      <source>JSON, and no JSON Feed</source>
      <translation>JSON, and no JSON Feed</translation>
    </message>
    <message>
      <location filename="ui/history/outcomes.py" />
      <source>Jan</source>
      <translation>Jan</translation>
    </message>
    <message>
      <location filename="desktop/imports/x.py" />
      <source>Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec</source>
      <translation>Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec</source>
      <translation>Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.</translation>
    </message>
    <message>
      <location filename="desktop/language/times.py" />
      <source>January</source>
      <translation>Januar</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Javornik and others</source>
      <translation>Javornik u. a.</translation>
    </message>
    <message>
      <location filename="desktop/triage/__init__.py" />
      <source>Judgement</source>
      <translation>Judgement</translation>
    </message>
    <message>
      <location filename="desktop/language/times.py" />
      <source>July</source>
      <translation>Juli</translation>
    </message>
    <message>
      <location filename="desktop/language/times.py" />
      <source>June</source>
      <translation>Juni</translation>
    </message>
    <message>
      <location filename="ui/people/page.py" />
      <source>Just you</source>
      <translation>Nur Sie</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Kapes and others</source>
      <translation>Kapes u. a.</translation>
    </message>
    <message>
      <location filename="ui/composer/coach_panel.py" />
      <source>Keep</source>
      <translation>Behalten</translation>
    </message>
    <message>
      <location filename="ui/settings/wordings.py" />
      <source>Keep as a new one</source>
      <translation>Als neue behalten</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>Keep as history</source>
      <translation>Als Verlauf behalten</translation>
    </message>
    <message>
      <location filename="ui/people/asked.py" />
      <source>Keep asking me</source>
      <translation>Mich weiter fragen</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Keep checking when the window is closed</source>
      <translation>Weiter abrufen, wenn das Fenster zu ist</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Keep company</source>
      <translation>Begleiten</translation>
    </message>
    <message>
      <location filename="desktop/counter/happening.py" />
      <source>Keep each part under {most_sheet} characters.</source>
      <translation>Bleiben Sie bei jedem Teil unter {most_sheet} Zeichen.</translation>
    </message>
    <message>
      <location filename="desktop/coach/steps.py" />
      <source>Keep it</source>
      <translation>Behalten</translation>
    </message>
    <message>
      <location filename="ui/conversation/keeping.py" />
      <source>Keep it as a wording</source>
      <translation>Als Formulierung behalten</translation>
    </message>
    <message>
      <location filename="desktop/vault.py" />
      <source>Keep the sign-in for this session, or set up a password store.</source>
      <translation>Behalten Sie die Anmeldung für diese Sitzung, oder richten Sie einen Passwortspeicher ein.</translation>
    </message>
    <message>
      <location filename="ui/practice/banner.py" />
      <source>Keep this day</source>
      <translation>Diesen Tag behalten</translation>
    </message>
    <message>
      <location filename="ui/conversation/acts.py" />
      <source>Keep what you said as a promise</source>
      <translation>Gesagtes als Zusage merken</translation>
    </message>
    <message>
      <location filename="ui/accounts/sign_in_step.py" />
      <source>Keeping the sign-in…</source>
      <translation>Anmeldung wird gespeichert…</translation>
    </message>
    <message>
      <location filename="desktop/counter/promising.py" />
      <source>Kept as a promise</source>
      <translation>Als Zusage gemerkt</translation>
    </message>
    <message>
      <location filename="desktop/counter/wordings.py" />
      <source>Kept as a wording of yours</source>
      <translation>Als eigene Formulierung behalten</translation>
    </message>
    <message>
      <location filename="desktop/counter/copying.py" />
      <source>Kept as history</source>
      <translation>Als Verlauf behalten</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Kept out of complaints</source>
      <translation>Gehört nicht unter Beschwerden</translation>
    </message>
    <message>
      <location filename="ui/model/page.py" />
      <source>Key</source>
      <translation>Schlüssel</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <location filename="desktop/counter/inbox.py" />
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>Kind words and ideas of the day, in one line when the shop closes</source>
      <translation>Freundliches und Ideen des Tages, in einer Zeile, wenn der Laden schließt</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Kinds of news that were turned on or off</source>
      <translation>Arten von Neuem, die ein- oder ausgeschaltet wurden</translation>
    </message>
    <message>
      <location filename="ui/conversation/acts.py" />
      <source>Kind…</source>
      <translation>Art…</translation>
    </message>
    <message>
      <location filename="ui/theme/__init__.py" />
      <source>LARGEST_TEXT</source>
      <translation>LARGEST_TEXT</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <location filename="ui/model/__init__.py" />
      <source>Language model</source>
      <translation>Sprachmodell</translation>
    </message>
    <message>
      <location filename="ui/insights/page.py" />
      <source>Last 12 months</source>
      <translation>Die letzten 12 Monate</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>Last checked {when}</source>
      <translation>Zuletzt abgerufen {when}</translation>
    </message>
    <message>
      <location filename="ui/inbox/listing.py" />
      <source>Last checked {when}.</source>
      <translation>Zuletzt abgerufen {when}.</translation>
    </message>
    <message>
      <location filename="ui/insights/own_dates.py" />
      <source>Last day</source>
      <translation>Letzter Tag</translation>
    </message>
    <message>
      <location filename="ui/accounts/details.py" />
      <source>Last good check</source>
      <translation>Letzter guter Abruf</translation>
    </message>
    <message>
      <location filename="ui/insights/page.py" />
      <source>Last month</source>
      <translation>Letzter Monat</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_dialog.py" />
      <source>Last week: {days}</source>
      <translation>Letzte Woche: {days}</translation>
    </message>
    <message>
      <location filename="ui/happening/statement.py" />
      <source>Last words</source>
      <translation>Letztes Wort</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Late</source>
      <translation>Verspätet</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Later than promised</source>
      <translation>Später als zugesagt</translation>
    </message>
    <message>
      <location filename="desktop/triage/__init__.py" />
      <source>Learned</source>
      <translation>Learned</translation>
    </message>
    <message>
      <location filename="ui/practice/banner.py" />
      <source>Leave</source>
      <translation>Verlassen</translation>
    </message>
    <message>
      <location filename="ui/ending/leave_standing.py" />
      <source>Leave a last word first?</source>
      <translation>Vorher ein letztes Wort?</translation>
    </message>
    <message>
      <location filename="ui/conversation/asking.py" />
      <source>Leave it</source>
      <translation>Lassen</translation>
    </message>
    <message>
      <location filename="ui/settings/copies.py" />
      <source>Leave it as it is</source>
      <translation>So lassen</translation>
    </message>
    <message>
      <location filename="ui/ending/leave_standing.py" />
      <source>Leave it silent</source>
      <translation>Ohne Worte lassen</translation>
    </message>
    <message>
      <location filename="ui/ending/leave_standing.py" />
      <source>Leave it standing</source>
      <translation>Stehen lassen</translation>
    </message>
    <message>
      <location filename="ui/complaints/page.py" />
      <source>Leave it standing, with a reason…</source>
      <translation>Stehen lassen, mit Grund…</translation>
    </message>
    <message>
      <location filename="ui/forget_desk.py" />
      <source>Leave it till then</source>
      <translation>Bis dahin lassen</translation>
    </message>
    <message>
      <location filename="desktop/counter/claiming.py" />
      <source>Leave it to them, or take it over.</source>
      <translation>Überlassen Sie es dieser Person, oder übernehmen Sie.</translation>
    </message>
    <message>
      <location filename="ui/conversation/notices.py" />
      <source>Leave it to {name}</source>
      <translation>{name} überlassen</translation>
    </message>
    <message>
      <location filename="ui/history/export_dialog.py" />
      <source>Leave out names</source>
      <translation>Ohne Namen</translation>
    </message>
    <message>
      <location filename="ui/model/sheet.py" />
      <source>Leave out names and private things</source>
      <translation>Namen und Privates weglassen</translation>
    </message>
    <message>
      <location filename="ui/history/export_dialog.py" />
      <source>Leave out private messages</source>
      <translation>Ohne private Nachrichten</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Leave practice</source>
      <translation>Übung verlassen</translation>
    </message>
    <message>
      <location filename="ui/ending/__init__.py" />
      <source>LeaveStandingDialog</source>
      <translation>LeaveStandingDialog</translation>
    </message>
    <message>
      <location filename="ui/complaints/page.py" />
      <source>Left standing</source>
      <translation>Stehen gelassen</translation>
    </message>
    <message>
      <location filename="desktop/counter/endings.py" />
      <source>Left {author_name} standing</source>
      <translation>Beschwerde von {author_name} stehen gelassen</translation>
    </message>
    <message>
      <location filename="ui/conversation/bars.py" />
      <source>Less</source>
      <translation>Weniger</translation>
    </message>
    <message>
      <location filename="ui/settings/dialog.py" />
      <source>Less: nothing slides. None: nothing fades either.</source>
      <translation>Weniger: Nichts gleitet. Keine: Auch nichts blendet ein oder aus.</translation>
    </message>
    <message>
      <location filename="desktop/triage/__init__.py" />
      <source>Lesson</source>
      <translation>Lesson</translation>
    </message>
    <message>
      <location filename="ui/practice/lesson_box.py" />
      <source>Lesson {n} of {all}: {title}</source>
      <translation>Lektion {n} von {all}: {title}</translation>
    </message>
    <message>
      <location filename="ui/practice/public_desk.py" />
      <source>Lesson {n}: {title}</source>
      <translation>Lektion {n}: {title}</translation>
    </message>
    <message>
      <location filename="ui/outbox_list.py" />
      <source>Let go</source>
      <translation>Freigeben</translation>
    </message>
    <message>
      <location filename="ui/people/asked.py" />
      <source>Let {name} decide</source>
      <translation>{name} entscheiden lassen</translation>
    </message>
    <message>
      <location filename="ui/lock/meanwhile.py" />
      <source>Letting it go needs a PIN.</source>
      <translation>Zum Freigeben braucht es eine PIN.</translation>
    </message>
    <message>
      <location filename="desktop/coach/__init__.py" />
      <source>Level</source>
      <translation>Level</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Lewicki and others</source>
      <translation>Lewicki u. a.</translation>
    </message>
    <message>
      <location filename="ui/theme/fonts.py" />
      <source>Liberation Serif</source>
      <translation>Liberation Serif</translation>
    </message>
    <message>
      <location filename="ui/settings/about.py" />
      <source>Libraries of others, under their licences.</source>
      <translation>Bibliotheken anderer, unter ihren Lizenzen.</translation>
    </message>
    <message>
      <location filename="desktop/homes.py" />
      <source>Library</source>
      <translation>Library</translation>
    </message>
    <message>
      <location filename="ui/settings/choices.py" />
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <location filename="ui/people/page.py" />
      <source>Limits are how far someone can go alone. They can always ask, and always write freely.</source>
      <translation>Grenzen sagen, wie weit jemand allein gehen kann. Fragen und frei schreiben darf man immer.</translation>
    </message>
    <message>
      <location filename="desktop/imports/rows.py" />
      <source>Line {number}</source>
      <translation>Zeile {number}</translation>
    </message>
    <message>
      <location filename="desktop/imports/rows.py" />
      <source>Line {n}</source>
      <translation>Zeile {n}</translation>
    </message>
    <message>
      <location filename="desktop/imports/heads.py" />
      <source>Link</source>
      <translation>Link</translation>
    </message>
    <message>
      <location filename="ui/complaints/side_panel.py" />
      <source>Link from {date}. The page itself needs a connection.</source>
      <translation>Link vom {date}. Die Seite selbst braucht eine Verbindung.</translation>
    </message>
    <message>
      <location filename="ui/ending/shows_tab.py" />
      <source>Link to the ending</source>
      <translation>Link zum Ausgang</translation>
    </message>
    <message>
      <location filename="ui/theme/fonts.py" />
      <source>Linux Libertine O</source>
      <translation>Linux Libertine O</translation>
    </message>
    <message>
      <location filename="ui/complaints/top.py" />
      <source>List</source>
      <translation>Liste</translation>
    </message>
    <message>
      <location filename="ui/theme/fonts.py" />
      <source>Literata</source>
      <translation>Literata</translation>
    </message>
    <message>
      <location filename="ui/accounts/ways.py" />
      <source>Live connection</source>
      <translation>Live-Verbindung</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Lock</source>
      <translation>Sperren</translation>
    </message>
    <message>
      <location filename="ui/sidebar.py" />
      <source>Lock (Ctrl+L)</source>
      <translation>Sperren (Strg+L)</translation>
    </message>
    <message>
      <location filename="ui/people/page.py" />
      <source>Lock after</source>
      <translation>Sperren nach</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Lock after so many quiet minutes</source>
      <translation>Sperren nach so vielen ruhigen Minuten</translation>
    </message>
    <message>
      <location filename="ui/lock/meanwhile.py" />
      <source>Locked after 1 quiet minute.</source>
      <translation>Gesperrt nach 1 ruhigen Minute.</translation>
    </message>
    <message>
      <location filename="ui/lock/meanwhile.py" />
      <source>Locked after {n} quiet minutes.</source>
      <translation>Gesperrt nach {n} ruhigen Minuten.</translation>
    </message>
    <message>
      <location filename="ui/lock/meanwhile.py" />
      <source>Locked.</source>
      <translation>Gesperrt.</translation>
    </message>
    <message>
      <location filename="desktop/mailbox.py" />
      <source>Login({user} at {host})</source>
      <translation>Login({user} at {host})</translation>
    </message>
    <message>
      <location filename="ui/complaints/side_panel.py" />
      <source>Look and tell us</source>
      <translation>Nachsehen und sagen</translation>
    </message>
    <message>
      <location filename="ui/unclean.py" />
      <source>Look at it</source>
      <translation>Ansehen</translation>
    </message>
    <message>
      <location filename="ui/conversation/acts.py" />
      <source>Look at the page now</source>
      <translation>Jetzt die Seite ansehen</translation>
    </message>
    <message>
      <location filename="desktop/errors.py" />
      <source>Look before you send again.</source>
      <translation>Sehen Sie nach, bevor Sie es noch einmal senden.</translation>
    </message>
    <message>
      <location filename="desktop/counter/answering.py" />
      <source>Look first at the reply that waits here.</source>
      <translation>Sehen Sie zuerst die Antwort an, die hier wartet.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/feed_posts.py" />
      <source>Look for a link that says RSS or Atom.</source>
      <translation>Suchen Sie einen Link, auf dem RSS oder Atom steht.</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>Look for “{word}”</source>
      <translation>„{word}“ suchen</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Look it up in the Shop book</source>
      <translation>Im Ladenbuch nachsehen</translation>
    </message>
    <message>
      <location filename="desktop/errors.py" />
      <source>Look whether the disk is there and who may write on it.</source>
      <translation>Sehen Sie nach, ob die Festplatte da ist und wer darauf schreiben darf.</translation>
    </message>
    <message>
      <location filename="ui/app.py" />
      <source>Looking for the newest good copy…</source>
      <translation>Die neueste gute Kopie wird gesucht…</translation>
    </message>
    <message>
      <location filename="ui/ending/picture.py" />
      <source>Looks like they said it’s sorted. One of you decides.</source>
      <translation>Es wurde wohl gesagt, dass es in Ordnung ist. Einer von Ihnen entscheidet.</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>Looks like {first} said it’s sorted. Is this the ending?</source>
      <translation>{first} sagt wohl, es ist in Ordnung. Ist das der Ausgang?</translation>
    </message>
    <message>
      <location filename="ui/complaints/side_panel.py" />
      <source>Looks like {first} said it’s sorted:</source>
      <translation>{first} sagt wohl, es ist in Ordnung:</translation>
    </message>
    <message>
      <location filename="ui/ending/shows_tab.py" />
      <source>Looks like {name} said it’s sorted:</source>
      <translation>{name} sagt wohl, es ist in Ordnung:</translation>
    </message>
    <message>
      <location filename="ui/conversation/notices.py" />
      <source>Looks like {name} said it’s sorted: “{words}” Is this the ending?</source>
      <translation>{name} sagt wohl, es ist in Ordnung: „{words}“ Ist das der Ausgang?</translation>
    </message>
    <message>
      <location filename="ui/conversation/notices.py" />
      <source>Looks like {name} told you that it’s put right: “{words}” Is it?</source>
      <translation>{name} sagt Ihnen wohl, dass es in Ordnung gebracht ist: „{words}“ Stimmt das?</translation>
    </message>
    <message>
      <location filename="ui/lock/way_back.py" />
      <source>Lost the sentence, too? A PIN can be taken away at this computer’s terminal: the README says how.</source>
      <translation>Auch den Satz verloren? Eine PIN lässt sich am Terminal dieses Computers wegnehmen: In der README steht, wie.</translation>
    </message>
    <message>
      <location filename="ui/theme/__init__.py" />
      <source>MODES</source>
      <translation>MODES</translation>
    </message>
    <message>
      <location filename="ui/theme/__init__.py" />
      <source>MOTIONS</source>
      <translation>MOTIONS</translation>
    </message>
    <message>
      <location filename="desktop/connectors/mastodon.py" />
      <source>Ma</source>
      <translation>Ma</translation>
    </message>
    <message>
      <location filename="desktop/counter/happening.py" />
      <source>Made an event</source>
      <translation>Vorfall angelegt</translation>
    </message>
    <message>
      <location filename="ui/event_bars.py" />
      <source>Made an event of it</source>
      <translation>Vorfall daraus gemacht</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>Make a new key</source>
      <translation>Neuen Schlüssel machen</translation>
    </message>
    <message>
      <location filename="desktop/connectors/graph.py" />
      <source>Make a new one there, copy it whole, and paste it here.</source>
      <translation>Erstellen Sie dort ein neues, kopieren Sie es ganz und fügen Sie es hier ein.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/facebook.py" />
      <source>Make an app of your own at developers.facebook.com (kind: Business). Open its Graph API Explorer and choose your page. Allow pages_show_list, pages_read_engagement, pages_read_user_content, pages_manage_engagement and pages_manage_posts. Press Generate Access Token, copy it and paste it here, not your password. Without the app’s ID and secret, Facebook may end the sign-in after an hour.</source>
      <translation>Erstellen Sie eine eigene App bei developers.facebook.com (Art: Business). Öffnen Sie dort den Graph API Explorer und wählen Sie Ihre Seite. Erlauben Sie pages_show_list, pages_read_engagement, pages_read_user_content, pages_manage_engagement und pages_manage_posts. Drücken Sie „Generate Access Token“, kopieren Sie es und fügen Sie es hier ein, nicht Ihr Passwort. Ohne ID und Geheimcode der App kann Facebook die Anmeldung nach einer Stunde beenden.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/instagram.py" />
      <source>Make an app of your own at developers.facebook.com and open Instagram in it. Add your account there, press Generate token, copy it and paste it here, not your password. We renew it before it runs out after 60 days.</source>
      <translation>Erstellen Sie eine eigene App bei developers.facebook.com und öffnen Sie Instagram darin. Fügen Sie dort Ihr Konto hinzu, drücken Sie „Generate token“, kopieren Sie es und fügen Sie es hier ein, nicht Ihr Passwort. Wir erneuern es, bevor es nach 60 Tagen abläuft.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/threads.py" />
      <source>Make an app of your own at developers.facebook.com that uses Threads. Make a token with its User Token Generator, copy it and paste it here, not your password. We renew it before it runs out after 60 days.</source>
      <translation>Erstellen Sie eine eigene App bei developers.facebook.com, die Threads nutzt. Erstellen Sie mit ihrem User Token Generator ein Token, kopieren Sie es und fügen Sie es hier ein, nicht Ihr Passwort. Wir erneuern es, bevor es nach 60 Tagen abläuft.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky.py" />
      <source>Make an app password at Bluesky, under Settings, Privacy and security. Paste it here, not your real one. You can take it away there whenever you like.</source>
      <translation>Erstellen Sie bei Bluesky ein App-Passwort, unter „Einstellungen“, „Datenschutz und Sicherheit“. Fügen Sie es hier ein, nicht Ihr richtiges. Sie können es dort jederzeit wieder entziehen.</translation>
    </message>
    <message>
      <location filename="ui/event_bars.py" />
      <source>Make an event</source>
      <translation>Vorfall anlegen</translation>
    </message>
    <message>
      <location filename="desktop/coach/holds.py" />
      <source>Make it again or replace</source>
      <translation>Neu machen oder ersetzen</translation>
    </message>
    <message>
      <location filename="desktop/records.py" />
      <source>Make it again, or a replacement</source>
      <translation>Neu machen oder Ersatz</translation>
    </message>
    <message>
      <location filename="ui/complaints/acts.py" />
      <source>Make it show</source>
      <translation>Sichtbar machen</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Make it show, on his card.</source>
      <translation>Sichtbar machen, auf seiner Karte.</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>Make it the one</source>
      <translation>Als neuen verwenden</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky_session.py" />
      <source>Make one at Bluesky: Settings, Privacy and security, App passwords.</source>
      <translation>Erstellen Sie eines bei Bluesky: „Einstellungen“, „Datenschutz und Sicherheit“, „App-Passwörter“.</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Make one event of it</source>
      <translation>Einen Vorfall daraus machen</translation>
    </message>
    <message>
      <location filename="desktop/errors.py" />
      <source>Make room there, or choose another folder.</source>
      <translation>Dort Platz schaffen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
      <location filename="desktop/errors.py" />
      <source>Make room, then try again.</source>
      <translation>Schaffen Sie Platz und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Make sure that it shows</source>
      <translation>Sicherstellen, dass es zu sehen ist</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Make the ending show</source>
      <translation>Ausgang sichtbar machen</translation>
    </message>
    <message>
      <location filename="ui/ending/dialog.py" />
      <source>Make the ending show: {name}</source>
      <translation>Ausgang sichtbar machen: {name}</translation>
    </message>
    <message>
      <location filename="ui/conversation/acts.py" />
      <source>Make the ending show…</source>
      <translation>Ausgang sichtbar machen…</translation>
    </message>
    <message>
      <location filename="ui/inbox/page.py" />
      <source>Make them show</source>
      <translation>Sichtbar machen</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>Making the search index and the counts anew.</source>
      <translation>Suchverzeichnis und Zählungen werden neu angelegt.</translation>
    </message>
    <message>
      <location filename="ui/at_rest.py" />
      <source>Making the shop’s files readable…</source>
      <translation>Die Dateien des Ladens werden lesbar gemacht…</translation>
    </message>
    <message>
      <location filename="desktop/mailbox.py" />
      <source>Many mail providers want an app password, made for this one program.</source>
      <translation>Viele Mailanbieter wollen ein App-Passwort, eigens für dieses eine Programm.</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Many people, one cause</source>
      <translation>Viele Leute, eine Ursache</translation>
    </message>
    <message>
      <location filename="desktop/coach/own_words.py" />
      <source>Many replies had it lately, so it rests till {date}.</source>
      <translation>Sie stand zuletzt in vielen Antworten, darum ruht sie bis {date}.</translation>
    </message>
    <message>
      <location filename="ui/history/outcomes.py" />
      <source>Mar</source>
      <translation>März</translation>
    </message>
    <message>
      <location filename="desktop/language/times.py" />
      <source>March</source>
      <translation>März</translation>
    </message>
    <message>
      <location filename="ui/conversation/popups.py" />
      <source>Mark fixed</source>
      <translation>Als behoben markieren</translation>
    </message>
    <message>
      <location filename="ui/complaints/page.py" />
      <source>Mark fixed…</source>
      <translation>Als behoben markieren…</translation>
    </message>
    <message>
      <location filename="ui/inbox/page.py" />
      <source>Mark unread</source>
      <translation>Als ungelesen markieren</translation>
    </message>
    <message>
      <location filename="ui/ending/__init__.py" />
      <source>MarkFixedDialog</source>
      <translation>MarkFixedDialog</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>Marked as {kind}</source>
      <translation>Als {kind} markiert</translation>
    </message>
    <message>
      <location filename="desktop/counter/adding.py" />
      <source>Marked fixed</source>
      <translation>Als behoben markiert</translation>
    </message>
    <message>
      <location filename="ui/complaints/acts.py" />
      <source>Marked fixed. A passer-by can’t tell yet</source>
      <translation>Als behoben markiert. Ein Passant sieht es noch nicht</translation>
    </message>
    <message>
      <location filename="desktop/faces.py" />
      <source>Mastodon</source>
      <translation>Mastodon</translation>
    </message>
    <message>
      <location filename="desktop/imports/mastodon.py" />
      <source>Mastodon archive</source>
      <translation>Mastodon-Archiv</translation>
    </message>
    <message>
      <location filename="desktop/language/times.py" />
      <source>May</source>
      <translation>Mai</translation>
    </message>
    <message>
      <location filename="ui/conversation/asking.py" />
      <source>May I hide this?</source>
      <translation>Darf ich das ausblenden?</translation>
    </message>
    <message>
      <location filename="ui/accounts/details.py" />
      <source>May be missing</source>
      <translation>Fehlt vielleicht</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>May or may not have gone</source>
      <translation>Vielleicht gegangen, vielleicht nicht</translation>
    </message>
    <message>
      <location filename="ui/ending/facts.py" />
      <source>Meanwhile this has moved to “{stage}”.</source>
      <translation>Inzwischen steht das unter „{stage}“.</translation>
    </message>
    <message>
      <location filename="desktop/counter/__init__.py" />
      <source>Measure</source>
      <translation>Measure</translation>
    </message>
    <message>
      <location filename="desktop/imports/mastodon.py" />
      <source>Mention</source>
      <translation>Erwähnung</translation>
    </message>
    <message>
      <location filename="desktop/connectors/threads.py" />
      <source>Mentions, until Meta has approved your app for them. And new replies to posts older than your last 25.</source>
      <translation>Erwähnungen, bis Meta Ihre App dafür freigegeben hat. Und neue Antworten auf Beiträge, die älter sind als Ihre letzten 25.</translation>
    </message>
    <message>
      <location filename="desktop/model/__init__.py" />
      <source>Message</source>
      <translation>Nachricht</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Messages</source>
      <translation>Nachrichten</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Min, Lim and Magnini</source>
      <translation>Min, Lim und Magnini</translation>
    </message>
    <message>
      <location filename="ui/inbox/top.py" />
      <source>Mine</source>
      <translation>Meine</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Mix-up</source>
      <translation>Verwechslung</translation>
    </message>
    <message>
      <location filename="desktop/homes.py" />
      <source>Mobile Documents</source>
      <translation>Mobile Documents</translation>
    </message>
    <message>
      <location filename="desktop/model/place.py" />
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <location filename="ui/history/outcomes.py" />
      <source>Mon</source>
      <translation>Mo</translation>
    </message>
    <message>
      <location filename="desktop/coach/book.py" />
      <source>Monday</source>
      <translation>Montag</translation>
    </message>
    <message>
      <location filename="desktop/records.py" />
      <source>Money back</source>
      <translation>Geld zurück</translation>
    </message>
    <message>
      <location filename="ui/people/limits.py" />
      <source>Money back up to</source>
      <translation>Geld zurück bis</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Money back, charges</source>
      <translation>Geld zurück, Abbuchungen</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/columns.py" />
      <source>Month first: 12/31</source>
      <translation>Monat zuerst: 12/31</translation>
    </message>
    <message>
      <location filename="ui/conversation/header.py" />
      <source>More</source>
      <translation>Mehr</translation>
    </message>
    <message>
      <location filename="ui/history/chips.py" />
      <source>More filters: {names}</source>
      <translation>Weitere Filter: {names}</translation>
    </message>
    <message>
      <location filename="ui/accounts/ceiling.py" />
      <source>Most to spend in a month, in dollars</source>
      <translation>Höchstens im Monat ausgeben, in Dollar</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Mostly the starter's words</source>
      <translation>Vor allem Worte aus dem Anfang</translation>
    </message>
    <message>
      <location filename="desktop/coach/steps.py" />
      <source>Mostly the starter's words so far</source>
      <translation>Bisher vor allem Worte aus dem Anfang</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Motion</source>
      <translation>Bewegung</translation>
    </message>
    <message>
      <location filename="ui/single_keys.py" />
      <source>Move a card</source>
      <translation>Karte verschieben</translation>
    </message>
    <message>
      <location filename="ui/history/saved_list.py" />
      <source>Move down</source>
      <translation>Nach unten</translation>
    </message>
    <message>
      <location filename="desktop/coach/private.py" />
      <source>Move it</source>
      <translation>Verschieben</translation>
    </message>
    <message>
      <location filename="ui/moving.py" />
      <source>Move this shop to another computer</source>
      <translation>Mit diesem Laden auf einen anderen Computer umziehen</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Move this shop to another computer…</source>
      <translation>Umzug auf einen anderen Computer…</translation>
    </message>
    <message>
      <location filename="ui/complaints/page.py" />
      <source>Move to {column}</source>
      <translation>Nach „{column}“</translation>
    </message>
    <message>
      <location filename="ui/complaints/page.py" />
      <source>Move to…</source>
      <translation>Verschieben nach…</translation>
    </message>
    <message>
      <location filename="ui/history/saved_list.py" />
      <source>Move up</source>
      <translation>Nach oben</translation>
    </message>
    <message>
      <location filename="ui/complaints/board.py" />
      <source>Move {name}. An arrow or a number says where to.</source>
      <translation>{name} verschieben. Ein Pfeil oder eine Zahl sagt, wohin.</translation>
    </message>
    <message>
      <location filename="ui/complaints/page.py" />
      <source>Move {name}: 1 to 5 says which column</source>
      <translation>{name} verschieben: 1 bis 5 sagt, in welche Spalte</translation>
    </message>
    <message>
      <location filename="desktop/counter/endings.py" />
      <source>Moved {author_name} to Shown</source>
      <translation>{author_name} nach „Sichtbar“ verschoben</translation>
    </message>
    <message>
      <location filename="desktop/counter/endings.py" />
      <source>Moved {author_name} to {what}</source>
      <translation>{author_name} nach „{what}“ verschoben</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>Moved {name} to Shown</source>
      <translation>{name} nach „Sichtbar“ verschoben</translation>
    </message>
    <message>
      <location filename="ui/history/marks.py" />
      <source>NFD</source>
      <translation>NFD</translation>
    </message>
    <message>
      <location filename="ui/complaints/table.py" />
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <location filename="desktop/coach/holds.py" />
      <source>Name a cause in public</source>
      <translation>Öffentlich eine Ursache nennen</translation>
    </message>
    <message>
      <location filename="ui/conversation/event.py" />
      <source>Name no cause yet.</source>
      <translation>Nennen Sie noch keine Ursache.</translation>
    </message>
    <message>
      <location filename="ui/history/saved.py" />
      <source>Name of this search</source>
      <translation>Name dieser Suche</translation>
    </message>
    <message>
      <location filename="ui/people/details.py" />
      <source>Name people see</source>
      <translation>Name, den die Leute sehen</translation>
    </message>
    <message>
      <location filename="desktop/coach/reader.py" />
      <source>Names the problem</source>
      <translation>Benennt das Problem</translation>
    </message>
    <message>
      <location filename="ui/history/export_dialog.py" />
      <source>Names we know, links, e-mail addresses, telephone and order numbers are taken out of every field. A name that nobody told us can stay inside somebody’s words: read it before you pass it on.</source>
      <translation>Namen, die wir kennen, Links, E-Mail-Adressen, Telefon- und Bestellnummern werden aus jedem Feld entfernt. Ein Name, den uns niemand genannt hat, kann im Text von jemandem stehen bleiben: Lesen Sie es, bevor Sie es weitergeben.</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Nearly the same reply</source>
      <translation>Fast dieselbe Antwort</translation>
    </message>
    <message>
      <location filename="desktop/coach/canned.py" />
      <source>Nearly the same reply {other} got: {n}%</source>
      <translation>Fast dieselbe Antwort wie an {other}: {n} %</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Needs an answer</source>
      <translation>Braucht eine Antwort</translation>
    </message>
    <message>
      <location filename="ui/accounts/page.py" />
      <source>Needs you</source>
      <translation>Braucht Sie</translation>
    </message>
    <message>
      <location filename="ui/people/page.py" />
      <source>Never</source>
      <translation>Nie</translation>
    </message>
    <message>
      <location filename="ui/conversation/ending_panel.py" />
      <source>Never offer anything in return for what they post.</source>
      <translation>Bieten Sie nie etwas dafür an, was jemand postet.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Never posted. Kept here.</source>
      <translation>Nie gepostet. Hier aufbewahrt.</translation>
    </message>
    <message>
      <location filename="ui/history/note_dialog.py" />
      <source>New boxes</source>
      <translation>Neue Schachteln</translation>
    </message>
    <message>
      <location filename="ui/shopbook/facts.py" />
      <source>New fact</source>
      <translation>Neue Angabe</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>New key</source>
      <translation>Neuer Schlüssel</translation>
    </message>
    <message>
      <location filename="ui/settings/protection.py" />
      <source>New key…</source>
      <translation>Neuer Schlüssel…</translation>
    </message>
    <message>
      <location filename="ui/accounts/details.py" />
      <source>New messages stop. History stays.</source>
      <translation>Neue Nachrichten bleiben aus. Der Verlauf bleibt.</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>New ones appear here</source>
      <translation>Neue erscheinen hier</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>New password</source>
      <translation>Neues Passwort</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>New private complaint on {place}</source>
      <translation>Neue private Beschwerde auf {place}</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>New public complaint on {place}</source>
      <translation>Neue öffentliche Beschwerde auf {place}</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>New question on {place}</source>
      <translation>Neue Frage auf {place}</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>New recovery code</source>
      <translation>Neuer Wiederherstellungscode</translation>
    </message>
    <message>
      <location filename="ui/settings/protection.py" />
      <source>New recovery code…</source>
      <translation>Neuer Wiederherstellungscode…</translation>
    </message>
    <message>
      <location filename="ui/session.py" />
      <source>New: {many}</source>
      <translation>Neu: {many}</translation>
    </message>
    <message>
      <location filename="ui/inbox/top.py" />
      <source>Newest</source>
      <translation>Neueste</translation>
    </message>
    <message>
      <location filename="ui/history/order.py" />
      <source>Newest first</source>
      <translation>Neueste zuerst</translation>
    </message>
    <message>
      <location filename="desktop/coach/holds.py" />
      <source>Next blank</source>
      <translation>Nächste Lücke</translation>
    </message>
    <message>
      <location filename="ui/inbox/page.py" />
      <source>Next conversation</source>
      <translation>Nächstes Gespräch</translation>
    </message>
    <message>
      <location filename="ui/keys_page.py" />
      <source>Next field or button</source>
      <translation>Nächstes Feld oder nächster Knopf</translation>
    </message>
    <message>
      <location filename="ui/single_keys.py" />
      <source>Next in the list</source>
      <translation>Nächstes in der Liste</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Next pane</source>
      <translation>Nächster Bereich</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>Next promise: {name}, {when}</source>
      <translation>Nächste Zusage: {name}, {when}</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>Next result</source>
      <translation>Nächstes Ergebnis</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Next step</source>
      <translation>Nächster Schritt</translation>
    </message>
    <message>
      <location filename="desktop/counter/happening.py" />
      <source>Next update</source>
      <translation>Nächste Meldung</translation>
    </message>
    <message>
      <location filename="ui/happening/sheet.py" />
      <source>Next update at</source>
      <translation>Nächste Meldung um</translation>
    </message>
    <message>
      <location filename="ui/happening/statement.py" />
      <source>Next update promised: {when}</source>
      <translation>Nächste Meldung zugesagt: {when}</translation>
    </message>
    <message>
      <location filename="ui/conversation/cards.py" />
      <source>Next update {when}</source>
      <translation>Nächste Meldung {when}</translation>
    </message>
    <message>
      <location filename="ui/event_bars.py" />
      <source>Next update: {when}.</source>
      <translation>Nächste Meldung: {when}.</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>Next: {name}</source>
      <translation>Weiter mit: {name}</translation>
    </message>
    <message>
      <location filename="desktop/homes.py" />
      <source>Nextcloud</source>
      <translation>Nextcloud</translation>
    </message>
    <message>
      <location filename="desktop/faces.py" />
      <source>Nextdoor</source>
      <translation>Nextdoor</translation>
    </message>
    <message>
      <location filename="ui/theme/fonts.py" />
      <source>Nimbus Sans</source>
      <translation>Nimbus Sans</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>No</source>
      <translation>Nein</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>No accounts yet</source>
      <translation>Noch keine Konten</translation>
    </message>
    <message>
      <location filename="ui/history/outcomes.py" />
      <source>No answer</source>
      <translation>Keine Antwort</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>No answer from us</source>
      <translation>Keine Antwort von uns</translation>
    </message>
    <message>
      <location filename="desktop/counter/endings.py" />
      <source>No answer yet</source>
      <translation>Noch keine Antwort</translation>
    </message>
    <message>
      <location filename="ui/conversation/keeping.py" />
      <source>No blank yet.</source>
      <translation>Noch keine Lücke.</translation>
    </message>
    <message>
      <location filename="ui/accounts/sign_in_step.py" />
      <source>No browser opened. Copy the address and open it yourself.</source>
      <translation>Kein Browser ging auf. Kopieren Sie die Adresse und öffnen Sie sie selbst.</translation>
    </message>
    <message>
      <location filename="ui/shopbook/closures.py" />
      <source>No closed days ahead.</source>
      <translation>Keine geschlossenen Tage in Sicht.</translation>
    </message>
    <message>
      <location filename="ui/lock/meanwhile.py" />
      <source>No customer’s words or names show on this screen.</source>
      <translation>Auf diesem Bildschirm stehen keine Worte und Namen von Kunden.</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_page.py" />
      <source>No ending came to show this week.</source>
      <translation>Diese Woche wurde kein Ausgang sichtbar.</translation>
    </message>
    <message>
      <location filename="ui/happening/page.py" />
      <source>No event</source>
      <translation>Kein Vorfall</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>No history yet</source>
      <translation>Noch kein Verlauf</translation>
    </message>
    <message>
      <location filename="ui/accounts/ceiling.py" />
      <source>No limit</source>
      <translation>Keine Grenze</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>No name</source>
      <translation>Kein Name</translation>
    </message>
    <message>
      <location filename="ui/conversation/cards.py" />
      <source>No next update yet</source>
      <translation>Noch keine nächste Meldung</translation>
    </message>
    <message>
      <location filename="ui/shopbook/voice.py" />
      <source>No other aims for {place}</source>
      <translation>Keine anderen Ziele für {place}</translation>
    </message>
    <message>
      <location filename="ui/accounts/glance.py" />
      <source>No place is connected yet.</source>
      <translation>Noch ist kein Ort verbunden.</translation>
    </message>
    <message>
      <location filename="ui/happening/statement.py" />
      <source>No place lets us post this for you: copy it, and paste it where everybody reads it.</source>
      <translation>Kein Ort lässt uns das für Sie posten: Kopieren Sie es, und fügen Sie es dort ein, wo alle es lesen.</translation>
    </message>
    <message>
      <location filename="ui/where_it_is.py" />
      <source>No program here seems to open this.</source>
      <translation>Hier scheint das kein Programm zu öffnen.</translation>
    </message>
    <message>
      <location filename="ui/where_it_is.py" />
      <source>No program here seems to show folders.</source>
      <translation>Hier scheint kein Programm Ordner zu zeigen.</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_page.py" />
      <source>No promise was due and kept this week.</source>
      <translation>Diese Woche wurde keine fällige Zusage gehalten.</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_page.py" />
      <source>No promise was missed this week.</source>
      <translation>Diese Woche wurde keine Zusage versäumt.</translation>
    </message>
    <message>
      <location filename="ui/complaints/page.py" />
      <source>No public complaints so far</source>
      <translation>Bisher keine öffentlichen Beschwerden</translation>
    </message>
    <message>
      <location filename="desktop/counter/locking.py" />
      <source>No recovery sentence was made for {name}.</source>
      <translation>Für {name} wurde kein Wiederherstellungssatz gemacht.</translation>
    </message>
    <message>
      <location filename="desktop/coach/reader.py" />
      <source>No selling</source>
      <translation>Keine Werbung</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>No such page any more. Is it gone?</source>
      <translation>Die Seite gibt es nicht mehr. Ist es weg?</translation>
    </message>
    <message>
      <location filename="ui/finder.py" />
      <source>No such thing. Try another word.</source>
      <translation>Gibt es nicht. Versuchen Sie ein anderes Wort.</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>No time</source>
      <translation>Keine Zeitangabe</translation>
    </message>
    <message>
      <location filename="desktop/coach/reader.py" />
      <source>No “sorry, but”</source>
      <translation>Kein „Tut mir leid, aber“</translation>
    </message>
    <message>
      <location filename="ui/conversation/popups.py" />
      <source>Nobody</source>
      <translation>Niemand</translation>
    </message>
    <message>
      <location filename="ui/complaints/column.py" />
      <source>Nobody asked just now</source>
      <translation>Gerade wird niemand gebeten</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Nobody got a person’s answer</source>
      <translation>Niemand bekam eine Antwort von einem Menschen</translation>
    </message>
    <message>
      <location filename="ui/shopbook/overview.py" />
      <source>Nobody helps you at the counter yet.</source>
      <translation>Noch hilft Ihnen niemand am Tresen.</translation>
    </message>
    <message>
      <location filename="ui/forget_dialog.py" />
      <source>Nobody here is called “{name}”.</source>
      <translation>Hier heißt niemand „{name}“.</translation>
    </message>
    <message>
      <location filename="ui/happening/people.py" />
      <source>Nobody is in it.</source>
      <translation>Niemand ist darin.</translation>
    </message>
    <message>
      <location filename="ui/inbox/listing.py" />
      <source>Nobody is waiting</source>
      <translation>Niemand wartet</translation>
    </message>
    <message>
      <location filename="desktop/imports/table.py" />
      <source>Nobody said anything in it.</source>
      <translation>Darin hat niemand etwas gesagt.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Nobody said yet what these complaints are about.</source>
      <translation>Noch hat niemand gesagt, worum es in diesen Beschwerden geht.</translation>
    </message>
    <message>
      <location filename="ui/happening/closing.py" />
      <source>Nobody was told anything in public yet.</source>
      <translation>Öffentlich hat bisher niemand etwas erfahren.</translation>
    </message>
    <message>
      <location filename="ui/ending/leave_standing.py" />
      <source>Nobody who reads this will know your side.</source>
      <translation>Wer das liest, erfährt Ihre Seite nicht.</translation>
    </message>
    <message>
      <location filename="ui/inbox/listing.py" />
      <source>Nobody’s talking here yet</source>
      <translation>Hier spricht noch niemand</translation>
    </message>
    <message>
      <location filename="ui/complaints/column.py" />
      <source>Nobody’s waiting in public</source>
      <translation>Öffentlich wartet niemand</translation>
    </message>
    <message>
      <location filename="desktop/counter/__init__.py" />
      <source>Noisy</source>
      <translation>Noisy</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>None</source>
      <translation>Keine</translation>
    </message>
    <message>
      <location filename="ui/shopbook/holidays.py" />
      <source>None are left this year.</source>
      <translation>Dieses Jahr ist keiner mehr übrig.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>None so far.</source>
      <translation>Bisher keine.</translation>
    </message>
    <message>
      <location filename="ui/conversation/promising.py" />
      <source>Not a promise</source>
      <translation>Keine Zusage</translation>
    </message>
    <message>
      <location filename="ui/conversation/notices.py" />
      <source>Not any more</source>
      <translation>Nicht mehr</translation>
    </message>
    <message>
      <location filename="ui/settings/quiet.py" />
      <source>Not checked any more. Blanks, length and limits are always checked.</source>
      <translation>Wird nicht mehr geprüft. Lücken, Länge und Grenzen werden immer geprüft.</translation>
    </message>
    <message>
      <location filename="ui/accounts/details.py" />
      <source>Not checked yet</source>
      <translation>Noch nicht abgerufen</translation>
    </message>
    <message>
      <location filename="ui/complaints/side_panel.py" />
      <source>Not checked.</source>
      <translation>Nicht geprüft.</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>Not found {day}. We look again {other}.</source>
      <translation>Nicht gefunden {day}. Wir sehen {other} noch einmal nach.</translation>
    </message>
    <message>
      <location filename="desktop/coach/own_words.py" />
      <source>Not in answer to a complaint</source>
      <translation>Nicht als Antwort auf eine Beschwerde</translation>
    </message>
    <message>
      <location filename="desktop/counter/promising.py" />
      <source>Not kept as a promise</source>
      <translation>Nicht als Zusage gemerkt</translation>
    </message>
    <message>
      <location filename="desktop/coach/lens.py" />
      <source>Not needed here</source>
      <translation>Hier nicht nötig</translation>
    </message>
    <message>
      <location filename="ui/conversation/notices.py" />
      <source>Not now</source>
      <translation>Jetzt nicht</translation>
    </message>
    <message>
      <location filename="desktop/counter/book.py" />
      <source>Not now: {title}</source>
      <translation>Jetzt nicht: {title}</translation>
    </message>
    <message>
      <location filename="desktop/counter/happening.py" />
      <source>Not one thing</source>
      <translation>Nicht dieselbe Sache</translation>
    </message>
    <message>
      <location filename="ui/event_bars.py" />
      <source>Not one thing. They stay apart.</source>
      <translation>Nicht dieselbe Sache. Sie bleiben getrennt.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Not our customer, or not our shop</source>
      <translation>Nicht unser Kunde oder nicht unser Laden</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Not ours</source>
      <translation>Nicht von uns</translation>
    </message>
    <message>
      <location filename="ui/settings/protection.py" />
      <source>Not protected. Whoever can copy this computer’s files can read what customers wrote.</source>
      <translation>Nicht geschützt. Wer die Dateien dieses Computers kopieren kann, kann lesen, was Kunden geschrieben haben.</translation>
    </message>
    <message>
      <location filename="ui/shopbook/editor.py" />
      <source>Not saved yet. Esc again lets your changes go.</source>
      <translation>Noch nicht gespeichert. Noch einmal Esc verwirft die Änderungen.</translation>
    </message>
    <message>
      <location filename="ui/happening/sheet.py" />
      <source>Not set yet. Pick a time: nothing goes to everybody before you have.</source>
      <translation>Noch nicht festgelegt. Wählen Sie eine Zeit: Vorher geht nichts an alle.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Not sure, {reason}</source>
      <translation>Nicht sicher, {reason}</translation>
    </message>
    <message>
      <location filename="desktop/counter/endings.py" />
      <source>Not the ending</source>
      <translation>Nicht der Ausgang</translation>
    </message>
    <message>
      <location filename="ui/people/asked.py" />
      <source>Not this time, and why…</source>
      <translation>Diesmal nicht, und warum…</translation>
    </message>
    <message>
      <location filename="ui/conversation/asking.py" />
      <source>Not this time…</source>
      <translation>Diesmal nicht…</translation>
    </message>
    <message>
      <location filename="ui/happening/closing.py" />
      <source>Not yet</source>
      <translation>Noch nicht</translation>
    </message>
    <message>
      <location filename="desktop/counter/inbox.py" />
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>Note from {name}, {time}</source>
      <translation>Notiz von {name}, {time}</translation>
    </message>
    <message>
      <location filename="ui/history/printed.py" />
      <source>Note from {name}, {when}</source>
      <translation>Notiz von {name}, {when}</translation>
    </message>
    <message>
      <location filename="ui/history/story.py" />
      <source>Note from {name}.</source>
      <translation>Notiz von {name}.</translation>
    </message>
    <message>
      <location filename="ui/conversation/desk.py" />
      <source>Note saved</source>
      <translation>Notiz gespeichert</translation>
    </message>
    <message>
      <location filename="ui/composer/tabs.py" />
      <source>Note to the team</source>
      <translation>Notiz ans Team</translation>
    </message>
    <message>
      <location filename="ui/history/reading.py" />
      <source>Note, {who}: </source>
      <translation>Notiz, {who}: </translation>
    </message>
    <message>
      <location filename="ui/history/years.py" />
      <source>Note, {words}</source>
      <translation>Notiz, {words}</translation>
    </message>
    <message>
      <location filename="ui/history/export_dialog.py" />
      <source>Notes come with the private messages.</source>
      <translation>Mit den privaten Nachrichten kommen die Notizen.</translation>
    </message>
    <message>
      <location filename="ui/history/note_dialog.py" />
      <source>Notes on the timeline</source>
      <translation>Notizen auf der Zeitleiste</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>Notes on the timeline…</source>
      <translation>Notizen auf der Zeitleiste…</translation>
    </message>
    <message>
      <location filename="desktop/connectors/__init__.py" />
      <source>Nothing</source>
      <translation>Nichts</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>Nothing could be read out of the shop's file.</source>
      <translation>Aus der Datei des Ladens ließ sich nichts lesen.</translation>
    </message>
    <message>
      <location filename="ui/conversation/book_pane.py" />
      <source>Nothing for “{query}”</source>
      <translation>Nichts zu „{query}“</translation>
    </message>
    <message>
      <location filename="ui/complaints/column.py" />
      <source>Nothing half-done</source>
      <translation>Nichts Halbfertiges</translation>
    </message>
    <message>
      <location filename="desktop/coach/looks.py" />
      <source>Nothing here is about what {name} said</source>
      <translation>Nichts hier geht auf das ein, was {name} schrieb</translation>
    </message>
    <message>
      <location filename="ui/ending/picture.py" />
      <source>Nothing here says it was put right.</source>
      <translation>Hier steht nirgends, dass es in Ordnung gebracht wurde.</translation>
    </message>
    <message>
      <location filename="ui/complaints/column.py" />
      <source>Nothing hidden</source>
      <translation>Nichts Verborgenes</translation>
    </message>
    <message>
      <location filename="ui/insights/page.py" />
      <source>Nothing in {period}</source>
      <translation>Nichts: {period}</translation>
    </message>
    <message>
      <location filename="ui/settings/about.py" />
      <source>Nothing is ever posted by itself.</source>
      <translation>Nichts wird je von selbst gepostet.</translation>
    </message>
    <message>
      <location filename="ui/conversation/asking.py" />
      <source>Nothing is hidden until {owner} says yes.</source>
      <translation>Nichts wird ausgeblendet, bis {owner} Ja sagt.</translation>
    </message>
    <message>
      <location filename="ui/accounts/details.py" />
      <source>Nothing is lost</source>
      <translation>Nichts geht verloren</translation>
    </message>
    <message>
      <location filename="desktop/errors.py" />
      <source>Nothing is lost. Sign in again to fetch and post.</source>
      <translation>Nichts ist verloren. Melden Sie sich neu an, um abzurufen und zu posten.</translation>
    </message>
    <message>
      <location filename="desktop/model/asking.py" />
      <source>Nothing is lost. Try again, or begin with one of the others.</source>
      <translation>Nichts ist verloren. Versuchen Sie es noch einmal, oder beginnen Sie mit einem der anderen.</translation>
    </message>
    <message>
      <location filename="ui/ending/write_tab.py" />
      <source>Nothing is offered in return for what {name} posts.</source>
      <translation>Für das, was {name} postet, wird nichts angeboten.</translation>
    </message>
    <message>
      <location filename="desktop/counter/promising.py" />
      <source>Nothing is promised here.</source>
      <translation>Hier ist nichts zugesagt.</translation>
    </message>
    <message>
      <location filename="ui/settings/quiet.py" />
      <source>Nothing is stopped. Blanks, length and limits are always checked.</source>
      <translation>Nichts ist abgeschaltet. Lücken, Länge und Grenzen werden immer geprüft.</translation>
    </message>
    <message>
      <location filename="ui/shopbook/printing.py" />
      <source>Nothing is written in the Shop book yet.</source>
      <translation>Im Ladenbuch steht noch nichts.</translation>
    </message>
    <message>
      <location filename="ui/conversation/book_pane.py" />
      <source>Nothing is written yet.</source>
      <translation>Noch steht nichts darin.</translation>
    </message>
    <message>
      <location filename="ui/settings/learning.py" />
      <source>Nothing learned yet.</source>
      <translation>Noch nichts gelernt.</translation>
    </message>
    <message>
      <location filename="ui/complaints/page.py" />
      <source>Nothing left standing</source>
      <translation>Nichts stehen gelassen</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_page.py" />
      <source>Nothing like that is open.</source>
      <translation>Nichts dergleichen ist offen.</translation>
    </message>
    <message>
      <location filename="ui/inbox/listing.py" />
      <source>Nothing of yours waiting</source>
      <translation>Von Ihren wartet nichts</translation>
    </message>
    <message>
      <location filename="desktop/coach/reader.py" />
      <source>Nothing private</source>
      <translation>Nichts Privates</translation>
    </message>
    <message>
      <location filename="ui/inbox/listing.py" />
      <source>Nothing private waiting</source>
      <translation>Nichts Privates wartet</translation>
    </message>
    <message>
      <location filename="ui/inbox/listing.py" />
      <source>Nothing public waiting</source>
      <translation>Nichts Öffentliches wartet</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/brought.py" />
      <source>Nothing so far.</source>
      <translation>Bisher nichts.</translation>
    </message>
    <message>
      <location filename="ui/settings/dialog.py" />
      <source>Nothing that waits goes until somebody lets it go: in the outbox, or under Shop.</source>
      <translation>Was wartet, geht erst, wenn es jemand freigibt: im Postausgang oder unter „Laden“.</translation>
    </message>
    <message>
      <location filename="ui/accounts/first_look.py" />
      <source>Nothing there yet. New ones will appear in the Inbox.</source>
      <translation>Noch nichts da. Neues erscheint im Eingang.</translation>
    </message>
    <message>
      <location filename="desktop/coach/reader.py" />
      <source>Nothing to check yet</source>
      <translation>Noch nichts zu prüfen</translation>
    </message>
    <message>
      <location filename="desktop/coach/reader.py" />
      <source>Nothing to point out</source>
      <translation>Nichts anzumerken</translation>
    </message>
    <message>
      <location filename="ui/outbox_list.py" />
      <source>Nothing waiting to go</source>
      <translation>Nichts wartet</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>Nothing was changed. Bring a copy back (restore); the damaged file is kept then.</source>
      <translation>Nichts wurde geändert. Holen Sie eine Kopie zurück (restore); die beschädigte Datei bleibt dabei erhalten.</translation>
    </message>
    <message>
      <location filename="desktop/driver.py" />
      <source>Nothing was changed. Install Said &amp; Done again, with everything it needs.</source>
      <translation>Nichts wurde geändert. Installieren Sie Said &amp; Done neu, mit allem, was es braucht.</translation>
    </message>
    <message>
      <location filename="desktop/sealing.py" />
      <source>Nothing was changed. Make room, then try again.</source>
      <translation>Nichts wurde geändert. Schaffen Sie Platz und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
      <location filename="desktop/pictures.py" />
      <source>Nothing was changed. Move it out of the shop folder, then try again.</source>
      <translation>Nichts wurde geändert. Legen Sie es außerhalb des Ladenordners ab und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
      <location filename="ui/accounts/sign_in_step.py" />
      <source>Nothing was changed. Try again when there is a connection.</source>
      <translation>Nichts wurde geändert. Versuchen Sie es wieder, wenn es eine Verbindung gibt.</translation>
    </message>
    <message>
      <location filename="desktop/moving.py" />
      <source>Nothing was changed. Write it anew on the other computer.</source>
      <translation>Nichts wurde geändert. Schreiben Sie sie auf dem anderen Computer neu.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/oauth.py" />
      <source>Nothing was connected. Close this page and go back to Said &amp; Done.</source>
      <translation>Nichts wurde verbunden. Schließen Sie diese Seite und gehen Sie zurück zu Said &amp; Done.</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_page.py" />
      <source>Nothing was left standing this week.</source>
      <translation>Diese Woche wurde nichts stehen gelassen.</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>Nothing was lost.</source>
      <translation>Nichts ging verloren.</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_page.py" />
      <source>Nothing was named twice this week.</source>
      <translation>Diese Woche wurde nichts zweimal genannt.</translation>
    </message>
    <message>
      <location filename="desktop/sealed.py" />
      <source>Nothing was written. Try another copy of it.</source>
      <translation>Es wurde nichts geschrieben. Versuchen Sie eine andere Kopie davon.</translation>
    </message>
    <message>
      <location filename="ui/conversation/facts.py" />
      <source>Nothing without asking</source>
      <translation>Nichts ohne zu fragen</translation>
    </message>
    <message>
      <location filename="ui/practice/public_panel.py" />
      <source>Nothing yet today.</source>
      <translation>Heute noch nichts.</translation>
    </message>
    <message>
      <location filename="ui/settings/learning.py" />
      <source>Nothing you sorted changes by it. Only the owner can do this.</source>
      <translation>Was Sie sortiert haben, ändert sich dadurch nicht. Nur der Inhaber kann das.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/mail.py" />
      <source>Notices by e-mail</source>
      <translation>Mitteilungen per E-Mail</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Notifications</source>
      <translation>Benachrichtigungen</translation>
    </message>
    <message>
      <location filename="ui/freedesktop.py" />
      <source>Notify</source>
      <translation>Notify</translation>
    </message>
    <message>
      <location filename="ui/theme/fonts.py" />
      <source>Noto Serif</source>
      <translation>Noto Serif</translation>
    </message>
    <message>
      <location filename="ui/history/outcomes.py" />
      <source>Nov</source>
      <translation>Nov</translation>
    </message>
    <message>
      <location filename="desktop/language/times.py" />
      <source>November</source>
      <translation>November</translation>
    </message>
    <message>
      <location filename="ui/complaints/table.py" />
      <source>Now</source>
      <translation>Jetzt</translation>
    </message>
    <message>
      <location filename="ui/practice/lesson_box.py" />
      <source>Now: {step}</source>
      <translation>Jetzt: {step}</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>OK</source>
      <translation>OK</translation>
    </message>
    <message>
      <location filename="ui/conversation/on_the_spot.py" />
      <source>OK this reply</source>
      <translation>Diese Antwort erlauben</translation>
    </message>
    <message>
      <location filename="desktop/searching/find.py" />
      <source>OR joins words only: “{piece}” always has to hold.</source>
      <translation>OR verbindet nur Wörter: „{piece}“ muss immer zutreffen.</translation>
    </message>
    <message>
      <location filename="ui/history/outcomes.py" />
      <source>Oct</source>
      <translation>Okt</translation>
    </message>
    <message>
      <location filename="desktop/language/times.py" />
      <source>October</source>
      <translation>Oktober</translation>
    </message>
    <message>
      <location filename="ui/conversation/desk.py" />
      <source>Off for everybody. Settings turns it on again.</source>
      <translation>Für alle aus. In den Einstellungen geht es wieder an.</translation>
    </message>
    <message>
      <location filename="ui/settings/dialog.py" />
      <source>Off, a notification says only where something came in.</source>
      <translation>Aus: Eine Mitteilung sagt nur, wo etwas gekommen ist.</translation>
    </message>
    <message>
      <location filename="ui/model/page.py" />
      <source>Offer an opening from a language model</source>
      <translation>Anfang von einem Sprachmodell anbieten</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Offer angryspoke the painter, and ask Sam first</source>
      <translation>angryspoke den Lackierer anbieten und vorher Sam fragen</translation>
    </message>
    <message>
      <location filename="desktop/model/place.py" />
      <source>Offer openings from a language model</source>
      <translation>Anfänge von einem Sprachmodell anbieten</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>Offline since {time}</source>
      <translation>Offline seit {time}</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>Old ones for History</source>
      <translation>Alte für den Verlauf</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Older messages than these have been seen to</source>
      <translation>Ältere Nachrichten als diese sind erledigt</translation>
    </message>
    <message>
      <location filename="ui/inbox/top.py" />
      <source>Oldest</source>
      <translation>Älteste</translation>
    </message>
    <message>
      <location filename="desktop/faces.py" />
      <source>On paper</source>
      <translation>Auf Papier</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>On the event’s page. Say when you’ll say more.</source>
      <translation>Auf der Seite des Vorfalls. Sagen, wann Sie mehr sagen.</translation>
    </message>
    <message>
      <location filename="desktop/faces.py" />
      <source>On the phone</source>
      <translation>Am Telefon</translation>
    </message>
    <message>
      <location filename="ui/practice/lesson_box.py" />
      <source>On to lesson {n}</source>
      <translation>Weiter zu Lektion {n}</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>On {first}.</source>
      <translation>Am {first}.</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Once Dana says it’s sorted: in the conversation.</source>
      <translation>Sobald Dana sagt, es ist in Ordnung: im Gespräch.</translation>
    </message>
    <message>
      <location filename="ui/people/pin.py" />
      <source>Once more</source>
      <translation>Noch einmal</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Once more for the same words, and it is remembered.</source>
      <translation>Noch einmal bei denselben Worten, und es wird gemerkt.</translation>
    </message>
    <message>
      <location filename="ui/conversation/desk.py" />
      <source>Once posted, a passer-by sees </source>
      <translation>Nach dem Posten sieht ein Passant </translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>One cause, one place to read about it, and an answer of their own for everyone you reached.</source>
      <translation>Eine Ursache, ein Ort, an dem man davon liest, und eine eigene Antwort für alle, die Sie erreicht haben.</translation>
    </message>
    <message>
      <location filename="ui/everything.py" />
      <source>One file (ZIP) with all that this shop has: every conversation, private messages and notes too, endings with their saved words, the Shop book, people, and the pictures you added. A text in it says what is what. Sign-ins, PINs and what was forgotten are never in it.</source>
      <translation>Eine Datei (ZIP) mit allem, was dieser Laden hat: jedes Gespräch, auch private Nachrichten und Notizen, Ausgänge mit ihren aufgehobenen Worten, das Ladenbuch, das Team und die hinzugefügten Bilder. Ein Text darin sagt, was was ist. Anmeldungen, PINs und Vergessenes sind nie darin.</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>One file after the other. Still to come: {names}</source>
      <translation>Eine Datei nach der anderen. Es folgen noch: {names}</translation>
    </message>
    <message>
      <location filename="ui/moving.py" />
      <source>One file with all that this shop has, to be opened on the other computer: install Said &amp; Done there, and choose “I have a shop from another computer…”.</source>
      <translation>Eine Datei mit allem, was dieser Laden hat, zum Öffnen auf dem anderen Computer: Installieren Sie dort Said &amp; Done und wählen Sie „Ich habe einen Laden von einem anderen Computer…“.</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>One for each; a second takes its place</source>
      <translation>Eine pro Beitrag; eine zweite ersetzt sie</translation>
    </message>
    <message>
      <location filename="ui/settings/single_keys.py" />
      <source>One letter, figure or sign, without Ctrl or Alt.</source>
      <translation>Ein Buchstabe, eine Ziffer oder ein Zeichen, ohne Strg oder Alt.</translation>
    </message>
    <message>
      <location filename="ui/model/__init__.py" />
      <source>One more, from a language model…</source>
      <translation>Noch einen, von einem Sprachmodell…</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky_session.py" />
      <source>One of you has blocked the other at {name}.</source>
      <translation>Bei {name} hat einer von Ihnen den anderen blockiert.</translation>
    </message>
    <message>
      <location filename="ui/shopbook/editor.py" />
      <source>One or two sentences</source>
      <translation>Ein oder zwei Sätze</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_dialog.py" />
      <source>One page: what a passer-by still finds open, promises kept and missed, endings that came to show.</source>
      <translation>Eine Seite: was Passanten noch offen vorfinden, gehaltene und versäumte Zusagen, Ausgänge, die sichtbar wurden.</translation>
    </message>
    <message>
      <location filename="ui/accounts/page.py" />
      <source>One place is enough to begin.</source>
      <translation>Ein Ort genügt für den Anfang.</translation>
    </message>
    <message>
      <location filename="ui/unclean.py" />
      <source>One reply may or may not have gone.</source>
      <translation>Eine Antwort ist vielleicht gegangen, vielleicht nicht.</translation>
    </message>
    <message>
      <location filename="ui/shopbook/voice.py" />
      <source>One sentence</source>
      <translation>Ein Satz</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>Online · checked {time}</source>
      <translation>Online · abgerufen {time}</translation>
    </message>
    <message>
      <location filename="ui/lock/foot.py" />
      <source>Online · still checking for new messages</source>
      <translation>Online · neue Nachrichten werden weiter geholt</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>Online, but {n} places aren’t answering</source>
      <translation>Online, aber {n} Orte antworten nicht</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>Online, but {place} isn’t answering</source>
      <translation>Online, aber {place} antwortet nicht</translation>
    </message>
    <message>
      <location filename="ui/history/export_dialog.py" />
      <source>Only a password of this shop or its recovery code opens it: File, Open a protected file.</source>
      <translation>Nur ein Passwort dieses Ladens oder sein Wiederherstellungscode öffnet sie: Datei, Geschützte Datei öffnen.</translation>
    </message>
    <message>
      <location filename="desktop/hiding.py" />
      <source>Only abuse is hidden, never a complaint. If this is abuse, change its kind first.</source>
      <translation>Nur Beleidigendes wird ausgeblendet, nie eine Beschwerde. Ist dies beleidigend, ändern Sie zuerst die Art.</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>Only abuse is hidden, never a complaint. If this is abuse, change its kind.</source>
      <translation>Nur Beleidigungen werden ausgeblendet, nie eine Beschwerde. Ist das eine Beleidigung, ändern Sie die Art.</translation>
    </message>
    <message>
      <location filename="desktop/records.py" />
      <source>Only abuse. Never a complaint.</source>
      <translation>Nur Beleidigendes. Nie eine Beschwerde.</translation>
    </message>
    <message>
      <location filename="desktop/records.py" />
      <source>Only after a complaint is marked fixed</source>
      <translation>Erst wenn eine Beschwerde als behoben markiert ist</translation>
    </message>
    <message>
      <location filename="desktop/counter/team.py" />
      <source>Only helpers have limits.</source>
      <translation>Nur Aushilfen haben Grenzen.</translation>
    </message>
    <message>
      <location filename="desktop/counter/endings.py" />
      <source>Only its page can say whether it is still there.</source>
      <translation>Nur die Seite selbst kann sagen, ob es noch da ist.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x.py" />
      <source>Only people they let in see their posts at X, and an answer from here would be seen by everyone.</source>
      <translation>Nur ausgewählte Leute sehen bei X, was dort gepostet wird, und eine Antwort von hier würden alle sehen.</translation>
    </message>
    <message>
      <location filename="ui/history/reading.py" />
      <source>Only stars, no words.</source>
      <translation>Nur Sterne, keine Worte.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/mail.py" />
      <source>Only the mails that places send about you are opened, and nothing in your mailbox is changed, not even marked as read. Many providers first want IMAP switched on in their settings.</source>
      <translation>Nur die Mails, die Orte über Sie schicken, werden geöffnet, und in Ihrem Postfach wird nichts geändert, nicht einmal als gelesen markiert. Bei vielen Anbietern muss IMAP erst in den Einstellungen eingeschaltet werden.</translation>
    </message>
    <message>
      <location filename="desktop/forgetting/person.py" />
      <source>Only the owner can forget somebody.</source>
      <translation>Nur der Inhaber kann jemanden vergessen.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky_session.py" />
      <source>Only they can say why. Nothing here is lost.</source>
      <translation>Warum, weiß nur der Ort selbst. Hier geht nichts verloren.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x.py" />
      <source>Only to people who named you or quoted you</source>
      <translation>Nur an Leute, die Sie genannt oder zitiert haben</translation>
    </message>
    <message>
      <location filename="desktop/connectors/mail.py" />
      <source>Only what places tell by mail, often just the first words. Switch their notices on: Google, Facebook, Instagram, Yelp, Tripadvisor, Trustpilot, Booking.com and some more are understood.</source>
      <translation>Nur was Orte per Mail melden, oft bloß die ersten Worte. Schalten Sie die Mitteilungen dort ein: Google, Facebook, Instagram, Yelp, Tripadvisor, Trustpilot, Booking.com und einige mehr werden verstanden.</translation>
    </message>
    <message>
      <location filename="ui/happening/sheet.py" />
      <source>Only what somebody here has seen.</source>
      <translation>Nur, was hier jemand gesehen hat.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/by_hand.py" />
      <source>Only what you add yourselves is here.</source>
      <translation>Hier ist nur, was Sie selbst hinzufügen.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky.py" />
      <source>Only your own posts can be deleted.</source>
      <translation>Nur eigene Beiträge lassen sich löschen.</translation>
    </message>
    <message>
      <location filename="ui/composer/desk.py" />
      <source>Only your team sees notes.</source>
      <translation>Notizen sieht nur Ihr Team.</translation>
    </message>
    <message>
      <location filename="desktop/counter/team.py" />
      <source>Only {name} can change this page.</source>
      <translation>Nur {name} kann diese Seite ändern.</translation>
    </message>
    <message>
      <location filename="ui/settings/protection.py" />
      <source>Only {name} can change this.</source>
      <translation>Nur {name} kann das ändern.</translation>
    </message>
    <message>
      <location filename="desktop/counter/book.py" />
      <source>Only {name} can do that. You can suggest a change.</source>
      <translation>Nur {name} kann das. Sie können eine Änderung vorschlagen.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Only {n} so far. Too few to say.</source>
      <translation>Erst {n}. Zu wenige für eine Aussage.</translation>
    </message>
    <message>
      <location filename="ui/accounts/page.py" />
      <source>Only {owner} can change accounts</source>
      <translation>Nur {owner} kann Konten ändern</translation>
    </message>
    <message>
      <location filename="ui/shopbook/limits.py" />
      <source>Only {owner} can change limits.</source>
      <translation>Nur {owner} kann Grenzen ändern.</translation>
    </message>
    <message>
      <location filename="ui/people/details.py" />
      <source>Only {owner} can change this page</source>
      <translation>Nur {owner} kann diese Seite ändern</translation>
    </message>
    <message>
      <location filename="ui/model/page.py" />
      <source>Only {owner} can change this page.</source>
      <translation>Nur {owner} kann diese Seite ändern.</translation>
    </message>
    <message>
      <location filename="desktop/counter/asking.py" />
      <source>Only {person_name} can take this back.</source>
      <translation>Nur {person_name} kann das zurücknehmen.</translation>
    </message>
    <message>
      <location filename="desktop/counter/coaching.py" />
      <source>Only {what} can change this for others.</source>
      <translation>Nur {what} kann das für andere ändern.</translation>
    </message>
    <message>
      <location filename="desktop/counter/asking.py" />
      <source>Only {what} can decide this.</source>
      <translation>Nur {what} kann das entscheiden.</translation>
    </message>
    <message>
      <location filename="desktop/counter/happening.py" />
      <source>Only {what} can say that the cause is known.</source>
      <translation>Nur {what} kann sagen, dass die Ursache feststeht.</translation>
    </message>
    <message>
      <location filename="ui/ask_desk.py" />
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <location filename="ui/inbox/page.py" />
      <source>Open Complaints</source>
      <translation>Beschwerden öffnen</translation>
    </message>
    <message>
      <location filename="ui/complaints/page.py" />
      <source>Open History</source>
      <translation>Verlauf öffnen</translation>
    </message>
    <message>
      <location filename="ui/open_protected.py" />
      <source>Open a protected file</source>
      <translation>Geschützte Datei öffnen</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Open a protected file…</source>
      <translation>Geschützte Datei öffnen…</translation>
    </message>
    <message>
      <location filename="ui/moving.py" />
      <source>Open a shop from another computer</source>
      <translation>Einen Laden von einem anderen Computer öffnen</translation>
    </message>
    <message>
      <location filename="ui/happening/page.py" />
      <source>Open again</source>
      <translation>Wieder öffnen</translation>
    </message>
    <message>
      <location filename="ui/shopbook/closures.py" />
      <source>Open from {day} after all</source>
      <translation>Ab {day} doch offen</translation>
    </message>
    <message>
      <location filename="ui/complaints/page.py" />
      <source>Open in browser</source>
      <translation>Im Browser öffnen</translation>
    </message>
    <message>
      <location filename="ui/elsewhere.py" />
      <source>Open in browser ({keys})</source>
      <translation>Im Browser öffnen ({keys})</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>Open in the inbox</source>
      <translation>Im Eingang öffnen</translation>
    </message>
    <message>
      <location filename="ui/accounts/sign_in_step.py" />
      <source>Open it again</source>
      <translation>Noch einmal öffnen</translation>
    </message>
    <message>
      <location filename="desktop/moving.py" />
      <source>Open it once to write in it, then try again.</source>
      <translation>Öffnen Sie ihn einmal zum Schreiben und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
      <location filename="desktop/errors.py" />
      <source>Open it once without “read only”: that brings it up to date.</source>
      <translation>Öffnen Sie ihn einmal nicht nur zum Lesen: Das bringt ihn auf den neuen Stand.</translation>
    </message>
    <message>
      <location filename="desktop/errors.py" />
      <source>Open it to read only, or update.</source>
      <translation>Öffnen Sie ihn nur zum Lesen, oder aktualisieren Sie.</translation>
    </message>
    <message>
      <location filename="ui/app.py" />
      <source>Open it to write</source>
      <translation>Zum Schreiben öffnen</translation>
    </message>
    <message>
      <location filename="ui/shopbook/closures.py" />
      <source>Open on {day} after all</source>
      <translation>Am {day} doch offen</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>Open page</source>
      <translation>Seite öffnen</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Open right now (left true by a crash)</source>
      <translation>Gerade offen (bleibt nach einem Absturz stehen)</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_api.py" />
      <source>Open the Google Cloud console, APIs &amp; Services, Library, and press Enable. Then wait some minutes.</source>
      <translation>Öffnen Sie in der Google Cloud Console „APIs &amp; Dienste“, „Bibliothek“ und drücken Sie „Aktivieren“. Warten Sie dann einige Minuten.</translation>
    </message>
    <message>
      <location filename="ui/accounts/wizard.py" />
      <source>Open the Inbox</source>
      <translation>Eingang öffnen</translation>
    </message>
    <message>
      <location filename="ui/conversation/book_pane.py" />
      <source>Open the Shop book</source>
      <translation>Ladenbuch öffnen</translation>
    </message>
    <message>
      <location filename="ui/complaints/acts.py" />
      <source>Open the conversation</source>
      <translation>Gespräch öffnen</translation>
    </message>
    <message>
      <location filename="ui/watch.py" />
      <source>Open the copy</source>
      <translation>Kopie öffnen</translation>
    </message>
    <message>
      <location filename="ui/event_bars.py" />
      <source>Open the event</source>
      <translation>Vorfall öffnen</translation>
    </message>
    <message>
      <location filename="desktop/connectors/mail.py" />
      <source>Open the mailbox</source>
      <translation>Postfach öffnen</translation>
    </message>
    <message>
      <location filename="ui/conversation/kept_picture.py" />
      <source>Open the picture</source>
      <translation>Bild öffnen</translation>
    </message>
    <message>
      <location filename="ui/moving.py" />
      <source>Open the shop</source>
      <translation>Den Laden öffnen</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x.py" />
      <source>Open the window: Accounts, X.</source>
      <translation>Öffnen Sie das Fenster: Konten, X.</translation>
    </message>
    <message>
      <location filename="ui/inbox/page.py" />
      <source>Open this conversation</source>
      <translation>Dieses Gespräch öffnen</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>Open without asking</source>
      <translation>Ohne Nachfrage öffnen</translation>
    </message>
    <message>
      <location filename="ui/settings/protection.py" />
      <source>Open without asking on this computer…</source>
      <translation>Auf diesem Computer ohne Nachfrage öffnen…</translation>
    </message>
    <message>
      <location filename="ui/history/preview.py" />
      <source>Open {name} in the inbox</source>
      <translation>{name} im Eingang öffnen</translation>
    </message>
    <message>
      <location filename="ui/accounts/sign_in_step.py" />
      <source>Open {place}</source>
      <translation>{place} öffnen</translation>
    </message>
    <message>
      <location filename="desktop/counter/hours.py" />
      <source>Open {what}</source>
      <translation>Offen: {what}</translation>
    </message>
    <message>
      <location filename="desktop/counter/happening.py" />
      <source>Opened the event again</source>
      <translation>Vorfall wieder geöffnet</translation>
    </message>
    <message>
      <location filename="ui/starting.py" />
      <source>Opened with the plain layout because it failed to start {n} times.</source>
      <translation>Mit der einfachen Aufteilung geöffnet, weil das Öffnen {n}-mal misslungen ist.</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Opened: {name}</source>
      <translation>Geöffnet: {name}</translation>
    </message>
    <message>
      <location filename="desktop/shopbook/__init__.py" />
      <source>Opening</source>
      <translation>Anfang</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Opening days without a word, then saying it ourselves is suggested</source>
      <translation>Öffnungstage ohne ein Wort, dann wird vorgeschlagen, es selbst zu sagen</translation>
    </message>
    <message>
      <location filename="desktop/counter/hours.py" />
      <source>Opening hours</source>
      <translation>Öffnungszeiten</translation>
    </message>
    <message>
      <location filename="ui/at_rest.py" />
      <source>Opening the shop…</source>
      <translation>Der Laden wird geöffnet…</translation>
    </message>
    <message>
      <location filename="ui/settings/dialog.py" />
      <source>Openings</source>
      <translation>Anfänge</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Openings to rewrite, not scripts to paste. Nothing posts until you fill the blanks.</source>
      <translation>Anfänge zum Umschreiben, keine Vorlagen zum Einfügen. Nichts wird gepostet, bis Sie die Lücken füllen.</translation>
    </message>
    <message>
      <location filename="ui/shopbook/hours.py" />
      <source>Opens</source>
      <translation>Öffnet</translation>
    </message>
    <message>
      <location filename="ui/settings/protection.py" />
      <source>Opens with: {ways}.</source>
      <translation>Öffnet sich mit: {ways}.</translation>
    </message>
    <message>
      <location filename="ui/ending/shows_tab.py" />
      <source>Or paste a link</source>
      <translation>Oder Link einfügen</translation>
    </message>
    <message>
      <location filename="ui/history/order.py" />
      <source>Order of the list</source>
      <translation>Reihenfolge der Liste</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Other</source>
      <translation>Sonstiges</translation>
    </message>
    <message>
      <location filename="ui/shopbook/voice.py" />
      <source>Other aims for a place</source>
      <translation>Andere Ziele für einen Ort</translation>
    </message>
    <message>
      <location filename="ui/insights/page.py" />
      <source>Other dates…</source>
      <translation>Andere Zeit…</translation>
    </message>
    <message>
      <location filename="ui/happening/page.py" />
      <source>Other events</source>
      <translation>Andere Vorfälle</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Other ways to start this part. Pick one, then make it yours.</source>
      <translation>Andere Wege, diesen Teil zu beginnen. Wählen Sie einen und machen Sie ihn zu Ihrem.</translation>
    </message>
    <message>
      <location filename="ui/composer/wordings_popup.py" />
      <source>Other wordings</source>
      <translation>Andere Formulierungen</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Other…</source>
      <translation>Sonstiges…</translation>
    </message>
    <message>
      <location filename="desktop/counter/hours.py" />
      <source>Our aims</source>
      <translation>Unsere Ziele</translation>
    </message>
    <message>
      <location filename="ui/settings/quiet.py" />
      <source>Our aims.</source>
      <translation>Unsere Ziele.</translation>
    </message>
    <message>
      <location filename="desktop/imports/heads.py" />
      <source>Our answer</source>
      <translation>Unsere Antwort</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>Our answer shows</source>
      <translation>Unsere Antwort ist zu sehen</translation>
    </message>
    <message>
      <location filename="ui/ending/shows_tab.py" />
      <source>Our update</source>
      <translation>Unsere Meldung</translation>
    </message>
    <message>
      <location filename="ui/outbox_list.py" />
      <source>Outbox</source>
      <translation>Postausgang</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>Outbox empty</source>
      <translation>Postausgang leer</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>Outbox on hold</source>
      <translation>Postausgang angehalten</translation>
    </message>
    <message>
      <location filename="desktop/triage/__init__.py" />
      <source>Outcome</source>
      <translation>Outcome</translation>
    </message>
    <message>
      <location filename="desktop/searching/__init__.py" />
      <source>Overview</source>
      <translation>Übersicht</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Own it</source>
      <translation>Dazu stehen</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Own it and fix it</source>
      <translation>Dazu stehen und beheben</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Own words</source>
      <translation>Eigene Worte</translation>
    </message>
    <message>
      <location filename="desktop/shop.py" />
      <source>Owner</source>
      <translation>Inhaber</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Owning up raises trust. Denials and excuses lower it.</source>
      <translation>Dazu zu stehen schafft Vertrauen. Leugnen und Ausreden kosten es.</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_dialog.py" />
      <source>PDF (*.pdf)</source>
      <translation>PDF (*.pdf)</translation>
    </message>
    <message>
      <location filename="ui/widgets/pin_boxes.py" />
      <source>PIN</source>
      <translation>PIN</translation>
    </message>
    <message>
      <location filename="ui/settings/dialog.py" />
      <source>PINs keep people’s work apart. They don’t scramble the files. Your computer’s own login does that. A password for the shop file does it too: see Data. A PIN is set in People, as soon as there is somebody beside you.</source>
      <translation>PINs halten die Arbeit der Leute auseinander. Sie verschlüsseln die Dateien nicht. Das macht die Anmeldung Ihres Computers. Ein Passwort für die Ladendatei macht es auch: siehe Daten. Eine PIN wird im Team gesetzt, sobald außer Ihnen jemand da ist.</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Packard and Berger</source>
      <translation>Packard und Berger</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Packard and others</source>
      <translation>Packard u. a.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Page checked {ago}</source>
      <translation>Seite geprüft {ago}</translation>
    </message>
    <message>
      <location filename="ui/complaints/details.py" />
      <source>Page not checked yet</source>
      <translation>Seite noch nicht geprüft</translation>
    </message>
    <message>
      <location filename="ui/sidebar.py" />
      <source>Pages</source>
      <translation>Seiten</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>Pages that can't be read: {what} of {what2}.</source>
      <translation>Seiten, die nicht zu lesen sind: {what} von {what2}.</translation>
    </message>
    <message>
      <location filename="ui/history/export_dialog.py" />
      <source>Pages to print (PDF)</source>
      <translation>Seiten zum Drucken (PDF)</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Pane before</source>
      <translation>Voriger Bereich</translation>
    </message>
    <message>
      <location filename="ui/settings/wordings.py" />
      <source>Part</source>
      <translation>Teil</translation>
    </message>
    <message>
      <location filename="ui/shopbook/holidays.py" />
      <source>Part of the country</source>
      <translation>Landesteil</translation>
    </message>
    <message>
      <location filename="ui/composer/parts_bar.py" />
      <source>Parts</source>
      <translation>Teile</translation>
    </message>
    <message>
      <location filename="ui/settings/dialog.py" />
      <source>Parts of an opening</source>
      <translation>Teile eines Anfangs</translation>
    </message>
    <message>
      <location filename="ui/shopbook/page.py" />
      <source>Parts of the Shop book</source>
      <translation>Teile des Ladenbuchs</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Parts of the openings</source>
      <translation>Teile der Anfänge</translation>
    </message>
    <message>
      <location filename="ui/settings/parts.py" />
      <source>Parts, in their order</source>
      <translation>Teile, in ihrer Reihenfolge</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Passers-by prefer a human voice. Too much chat looks less fair.</source>
      <translation>Passanten mögen eine menschliche Stimme. Zu viel Geplauder wirkt weniger fair.</translation>
    </message>
    <message>
      <location filename="ui/open_protected.py" />
      <source>Password</source>
      <translation>Passwort</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Paste</source>
      <translation>Einfügen</translation>
    </message>
    <message>
      <location filename="ui/ending/shows_tab.py" />
      <source>Paste a link</source>
      <translation>Link einfügen</translation>
    </message>
    <message>
      <location filename="ui/welcome/page.py" />
      <source>Paste a link, or the words someone said at the counter.</source>
      <translation>Fügen Sie einen Link ein oder die Worte, die jemand am Tresen gesagt hat.</translation>
    </message>
    <message>
      <location filename="ui/accounts/sign_in_step.py" />
      <source>Paste a sign-in key instead</source>
      <translation>Stattdessen Anmeldeschlüssel einfügen</translation>
    </message>
    <message>
      <location filename="desktop/connectors/facebook_sign_in.py" />
      <source>Paste an access token.</source>
      <translation>Fügen Sie ein Zugriffstoken ein.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky_session.py" />
      <source>Paste an app password instead. {where}</source>
      <translation>Fügen Sie stattdessen ein App-Passwort ein. {where}</translation>
    </message>
    <message>
      <location filename="ui/by_hand/dialog.py" />
      <source>Paste it: it says where. Leave it empty if there is none.</source>
      <translation>Fügen Sie ihn ein: Er sagt, wo. Lassen Sie es leer, wenn es keinen gibt.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/feed.py" />
      <source>Paste the address</source>
      <translation>Adresse einfügen</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_api.py" />
      <source>Paste the client ID and the client secret from the Google Cloud console.</source>
      <translation>Fügen Sie Client-ID und Clientschlüssel aus der Google Cloud Console ein.</translation>
    </message>
    <message>
      <location filename="ui/accounts/sign_in_step.py" />
      <source>Paste the key here, not your password. You can take it away there whenever you like.</source>
      <translation>Fügen Sie hier den Schlüssel ein, nicht Ihr Passwort. Sie können ihn dort jederzeit wieder entziehen.</translation>
    </message>
    <message>
      <location filename="ui/conversation/notices.py" />
      <source>Paste the rest</source>
      <translation>Den Rest einfügen</translation>
    </message>
    <message>
      <location filename="desktop/counter/adding.py" />
      <source>Paste what they wrote, up to {most_words} characters.</source>
      <translation>Fügen Sie ein, was geschrieben wurde, bis zu {most_words} Zeichen.</translation>
    </message>
    <message>
      <location filename="ui/by_hand/dialog.py" />
      <source>Paste your answer too, or take the tick away.</source>
      <translation>Fügen Sie auch Ihre Antwort ein, oder nehmen Sie das Häkchen weg.</translation>
    </message>
    <message>
      <location filename="desktop/counter/adding.py" />
      <source>Pasted the rest</source>
      <translation>Den Rest eingefügt</translation>
    </message>
    <message>
      <location filename="ui/pages.py" />
      <source>People</source>
      <translation>Team</translation>
    </message>
    <message>
      <location filename="ui/settings/dialog.py" />
      <source>People and locking</source>
      <translation>Team und Sperren</translation>
    </message>
    <message>
      <location filename="ui/forget_dialog.py" />
      <source>People who wrote</source>
      <translation>Leute, die geschrieben haben</translation>
    </message>
    <message>
      <location filename="ui/people/page.py" />
      <source>People you remove keep their name on the replies they wrote.</source>
      <translation>Wer entfernt wird: Der Name bleibt an den Antworten, die diese Person geschrieben hat.</translation>
    </message>
    <message>
      <location filename="ui/pages.py" />
      <source>PeoplePage</source>
      <translation>PeoplePage</translation>
    </message>
    <message>
      <location filename="ui/insights/phrases.py" />
      <source>Phrases you lean on</source>
      <translation>Wendungen, die oft vorkommen</translation>
    </message>
    <message>
      <location filename="ui/complaints/side_panel.py" />
      <source>Pick a card to see what a passer-by sees.</source>
      <translation>Wählen Sie eine Karte, um zu sehen, was ein Passant sieht.</translation>
    </message>
    <message>
      <location filename="ui/ending/leave_standing.py" />
      <source>Pick a reason</source>
      <translation>Grund wählen</translation>
    </message>
    <message>
      <location filename="ui/shopbook/holidays.py" />
      <source>Pick all</source>
      <translation>Alle wählen</translation>
    </message>
    <message>
      <location filename="ui/ending/shows_tab.py" />
      <source>Pick it from what we fetched</source>
      <translation>Aus dem Abgerufenen wählen</translation>
    </message>
    <message>
      <location filename="ui/ending/shows_tab.py" />
      <source>Pick it or paste a link</source>
      <translation>Wählen oder Link einfügen</translation>
    </message>
    <message>
      <location filename="ui/complaints/side_panel.py" />
      <source>Pick it up again</source>
      <translation>Wieder aufnehmen</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Pick somebody else in the inbox</source>
      <translation>Jemand anderen im Eingang wählen</translation>
    </message>
    <message>
      <location filename="ui/conversation/parts.py" />
      <source>Pick someone on the left</source>
      <translation>Wählen Sie links jemanden</translation>
    </message>
    <message>
      <location filename="ui/welcome/story.py" />
      <source>Picked my bike up from Puddle Street, brakes “done”. First hill, nothing. Had to put my foot down in traffic.</source>
      <translation>Mein Rad in der Puddle Street abgeholt, Bremsen „gemacht“. Erster Berg, nichts. Musste im Verkehr den Fuß auf den Boden setzen.</translation>
    </message>
    <message>
      <location filename="desktop/counter/endings.py" />
      <source>Picked up {author_name}</source>
      <translation>Beschwerde von {author_name} wieder aufgenommen</translation>
    </message>
    <message>
      <location filename="ui/by_hand/dialog.py" />
      <source>Picture</source>
      <translation>Bild</translation>
    </message>
    <message>
      <location filename="ui/conversation/kept_picture.py" />
      <source>Picture of what {name} wrote</source>
      <translation>Bild von dem, was {name} schrieb</translation>
    </message>
    <message>
      <location filename="ui/by_hand/picture.py" />
      <source>Pictures</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <location filename="desktop/model/__init__.py" />
      <source>Place</source>
      <translation>Ort</translation>
    </message>
    <message>
      <location filename="ui/accounts/glance.py" />
      <source>Places</source>
      <translation>Orte</translation>
    </message>
    <message>
      <location filename="ui/accounts/glance.py" />
      <source>Places are connected, signed in to and left under Accounts.</source>
      <translation>Verbunden, angemeldet und getrennt werden Orte unter Konten.</translation>
    </message>
    <message>
      <location filename="desktop/wires.py" />
      <source>Plain</source>
      <translation>Plain</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Point them the right way</source>
      <translation>Den richtigen Weg zeigen</translation>
    </message>
    <message>
      <location filename="desktop/language/tongue.py" />
      <source>Polish</source>
      <translation>Polnisch</translation>
    </message>
    <message>
      <location filename="desktop/language/tongue.py" />
      <source>Portuguese</source>
      <translation>Portugiesisch</translation>
    </message>
    <message>
      <location filename="ui/composer/next_step.py" />
      <source>Post anyway</source>
      <translation>Trotzdem posten</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Post it</source>
      <translation>Posten</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>Post mine too</source>
      <translation>Meine auch posten</translation>
    </message>
    <message>
      <location filename="ui/composer/next_step.py" />
      <source>Post pretend reply</source>
      <translation>Übungsantwort posten</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>Post replies from here</source>
      <translation>Antworten von hier posten</translation>
    </message>
    <message>
      <location filename="ui/composer/footer.py" />
      <source>Post reply</source>
      <translation>Antwort posten</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Post the ending</source>
      <translation>Den Ausgang posten</translation>
    </message>
    <message>
      <location filename="ui/conversation/ending_panel.py" />
      <source>Post under the complaint what was done, and when. Facts only, nothing private.</source>
      <translation>Posten Sie unter der Beschwerde, was getan wurde und wann. Nur Tatsachen, nichts Privates.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Posted</source>
      <translation>Geschrieben</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Posted on the pretend {place}</source>
      <translation>Gepostet auf dem erfundenen {place}</translation>
    </message>
    <message>
      <location filename="desktop/counter/copying.py" />
      <source>Posted on the web</source>
      <translation>Im Web gepostet</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>Posted on {place}</source>
      <translation>Auf {place} gepostet</translation>
    </message>
    <message>
      <location filename="desktop/counter/copying.py" />
      <source>Posted on {what}</source>
      <translation>Auf {what} gepostet</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>Posted. {place} hasn’t shown it yet.</source>
      <translation>Gepostet. {place} zeigt es noch nicht.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/facebook.py" />
      <source>Posts on other people’s pages are answered there.</source>
      <translation>Beiträge auf fremden Seiten werden dort beantwortet.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x.py" />
      <source>Posts that don't name your account, unless you give a name to look for. Private messages.</source>
      <translation>Beiträge, die Ihr Konto nicht nennen, außer Sie geben einen Namen zum Suchen an. Private Nachrichten.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/practice.py" />
      <source>Practice</source>
      <translation>Übung</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>Practice shop. Your own shop is untouched.</source>
      <translation>Übungsladen. Ihr eigener Laden bleibt unberührt.</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Practice was offered to this person</source>
      <translation>Übung wurde dieser Person angeboten</translation>
    </message>
    <message>
      <location filename="ui/practice/banner.py" />
      <source>Practice. Nothing here is posted anywhere.</source>
      <translation>Übung. Nichts davon wird irgendwo gepostet.</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Practices paid fines of thousands for a patient's details in a public reply.</source>
      <translation>Praxen zahlten Tausende an Strafe für Angaben über Patienten in einer öffentlichen Antwort.</translation>
    </message>
    <message>
      <location filename="ui/inbox/page.py" />
      <source>Practise</source>
      <translation>Üben</translation>
    </message>
    <message>
      <location filename="ui/welcome/page.py" />
      <source>Practise with a pretend shop</source>
      <translation>Im Übungsladen üben</translation>
    </message>
    <message>
      <location filename="ui/practice_offer.py" />
      <source>Practise with {name}</source>
      <translation>Üben mit {name}</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Practise…</source>
      <translation>Üben…</translation>
    </message>
    <message>
      <location filename="ui/main_window.py" />
      <source>Practising</source>
      <translation>Übt gerade</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Praise</source>
      <translation>Lob</translation>
    </message>
    <message>
      <location filename="ui/falling_asleep.py" />
      <source>PrepareForSleep</source>
      <translation>PrepareForSleep</translation>
    </message>
    <message>
      <location filename="ui/settings/single_keys.py" />
      <source>Press a key</source>
      <translation>Taste drücken</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>Pretend reply</source>
      <translation>Übungsantwort</translation>
    </message>
    <message>
      <location filename="ui/inbox/page.py" />
      <source>Previous conversation</source>
      <translation>Voriges Gespräch</translation>
    </message>
    <message>
      <location filename="ui/single_keys.py" />
      <source>Previous in the list</source>
      <translation>Voriges in der Liste</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>Previous result</source>
      <translation>Voriges Ergebnis</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Price, offers</source>
      <translation>Preis, Angebote</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Price, or a charge</source>
      <translation>Preis oder Abbuchung</translation>
    </message>
    <message>
      <location filename="ui/accounts/ways.py" />
      <source>Prices and limits as of {month}.</source>
      <translation>Preise und Grenzen: Stand {month}.</translation>
    </message>
    <message>
      <location filename="ui/shopbook/page.py" />
      <source>Print for the counter</source>
      <translation>Für den Tresen drucken</translation>
    </message>
    <message>
      <location filename="ui/shopbook/page.py" />
      <source>Print for the counter…</source>
      <translation>Für den Tresen drucken…</translation>
    </message>
    <message>
      <location filename="ui/settings/code_card.py" />
      <source>Print it…</source>
      <translation>Drucken…</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_dialog.py" />
      <source>Print the week</source>
      <translation>Woche drucken</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Print the week…</source>
      <translation>Woche drucken…</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Privacy</source>
      <translation>Datenschutz</translation>
    </message>
    <message>
      <location filename="ui/accounts/first_look.py" />
      <source>Private</source>
      <translation>Privat</translation>
    </message>
    <message>
      <location filename="ui/composer/tabs.py" />
      <source>Private message</source>
      <translation>Private Nachricht</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>Private messages</source>
      <translation>Private Nachrichten</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Private messages are kept so many months</source>
      <translation>So viele Monate bleiben private Nachrichten</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky.py" />
      <source>Private messages stay at Bluesky.</source>
      <translation>Private Nachrichten bleiben bei Bluesky.</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Private only</source>
      <translation>Nur privat</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>Promise due {when}</source>
      <translation>Zusage fällig {when}</translation>
    </message>
    <message>
      <location filename="desktop/counter/promising.py" />
      <source>Promise kept</source>
      <translation>Zusage gehalten</translation>
    </message>
    <message>
      <location filename="ui/conversation/header.py" />
      <source>Promise overdue</source>
      <translation>Zusage überfällig</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>Promise overdue, {when}</source>
      <translation>Zusage überfällig, {when}</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>Promise overdue: {name}, {when}</source>
      <translation>Zusage überfällig: {name}, {when}</translation>
    </message>
    <message>
      <location filename="ui/conversation/promising.py" />
      <source>Promised for when?</source>
      <translation>Zugesagt für wann?</translation>
    </message>
    <message>
      <location filename="ui/conversation/promising.py" />
      <source>Promised: {when}</source>
      <translation>Zugesagt: {when}</translation>
    </message>
    <message>
      <location filename="ui/shopbook/page.py" />
      <source>Promises and limits</source>
      <translation>Zusagen und Grenzen</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_page.py" />
      <source>Promises kept</source>
      <translation>Gehaltene Zusagen</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_page.py" />
      <source>Promises missed</source>
      <translation>Versäumte Zusagen</translation>
    </message>
    <message>
      <location filename="ui/history/timeline.py" />
      <source>Proof</source>
      <translation>Nachweis</translation>
    </message>
    <message>
      <location filename="desktop/counter/endings.py" />
      <source>Proof gone</source>
      <translation>Nachweis weg</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>Proof gone since {day}</source>
      <translation>Nachweis weg seit {day}</translation>
    </message>
    <message>
      <location filename="ui/history/timeline.py" />
      <source>Proof.</source>
      <translation>Nachweis.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Proof: {kind}</source>
      <translation>Nachweis: {kind}</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>Protect it now</source>
      <translation>Jetzt schützen</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>Protect the shop file</source>
      <translation>Ladendatei schützen</translation>
    </message>
    <message>
      <location filename="ui/settings/protection.py" />
      <source>Protect with a password…</source>
      <translation>Mit einem Passwort schützen…</translation>
    </message>
    <message>
      <location filename="ui/open_protected.py" />
      <source>Protected files</source>
      <translation>Geschützte Dateien</translation>
    </message>
    <message>
      <location filename="ui/settings/protection.py" />
      <source>Protected. The file, its journal, its copies in the shop folder and added pictures can’t be read without a password. Nobody else has one, not even we: without a password and without the code, what is in it is gone.</source>
      <translation>Geschützt. Die Datei, ihr Journal, ihre Kopien im Ladenordner und hinzugefügte Bilder lassen sich ohne Passwort nicht lesen. Niemand sonst hat eines, auch wir nicht: Ohne Passwort und ohne Code ist verloren, was darin ist.</translation>
    </message>
    <message>
      <location filename="ui/at_rest.py" />
      <source>Protecting the shop’s files…</source>
      <translation>Die Dateien des Ladens werden geschützt…</translation>
    </message>
    <message>
      <location filename="desktop/imports/mastodon.py" />
      <source>Public</source>
      <translation>Öffentlich</translation>
    </message>
    <message>
      <location filename="ui/shopbook/holidays.py" />
      <source>Public holidays</source>
      <translation>Feiertage</translation>
    </message>
    <message>
      <location filename="desktop/public_holidays.py" />
      <source>Public holidays are known from {first_year} to {last_year}.</source>
      <translation>Feiertage sind von {first_year} bis {last_year} bekannt.</translation>
    </message>
    <message>
      <location filename="ui/ending/shows_tab.py" />
      <source>Public messages</source>
      <translation>Öffentliche Nachrichten</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Public messages are kept so many months</source>
      <translation>So viele Monate bleiben öffentliche Nachrichten</translation>
    </message>
    <message>
      <location filename="ui/complaints/top.py" />
      <source>Public ones that still need a visible resolution</source>
      <translation>Öffentliche, die noch einen sichtbaren Ausgang brauchen</translation>
    </message>
    <message>
      <location filename="desktop/imports/heads.py" />
      <source>Public or private</source>
      <translation>Öffentlich oder privat</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Public post</source>
      <translation>Öffentlicher Beitrag</translation>
    </message>
    <message>
      <location filename="ui/composer/tabs.py" />
      <source>Public reply</source>
      <translation>Öffentliche Antwort</translation>
    </message>
    <message>
      <location filename="ui/composer/tabs.py" />
      <source>Public reply on {place}</source>
      <translation>Öffentliche Antwort auf {place}</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_sign_in.py" />
      <source>Puddle Street Cycles</source>
      <translation>Puddle Street Cycles</translation>
    </message>
    <message>
      <location filename="ui/welcome/page.py" />
      <source>Puddle Street Cycles has a busy Saturday. Answer anything, break anything. Nothing leaves this computer.</source>
      <translation>Puddle Street Cycles hat einen vollen Samstag. Antworten Sie, machen Sie Fehler. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
      <location filename="desktop/coach/looks.py" />
      <source>Put a full stop after sorry.</source>
      <translation>Setzen Sie nach der Entschuldigung einen Punkt.</translation>
    </message>
    <message>
      <location filename="ui/settings/single_keys.py" />
      <source>Put all back as they were</source>
      <translation>Alle wie vorher</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>Put back from the messages, without what was decided about them: {what}.</source>
      <translation>Aus den Nachrichten wiederhergestellt, ohne das, was darüber entschieden war: {what}.</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>Put back from what history tells: {what}.</source>
      <translation>Aus dem wiederhergestellt, was der Verlauf erzählt: {what}.</translation>
    </message>
    <message>
      <location filename="desktop/keys.py" />
      <source>Put back shop.keys from a copy of the folder. Without it no password opens the shop.</source>
      <translation>Legen Sie shop.keys aus einer Kopie des Ordners zurück. Ohne sie öffnet kein Passwort den Laden.</translation>
    </message>
    <message>
      <location filename="ui/happening/people.py" />
      <source>Put in</source>
      <translation>Aufnehmen</translation>
    </message>
    <message>
      <location filename="ui/settings/wordings.py" />
      <source>Put in a blank</source>
      <translation>Lücke einsetzen</translation>
    </message>
    <message>
      <location filename="ui/conversation/event.py" />
      <source>Put in an event</source>
      <translation>In einen Vorfall aufnehmen</translation>
    </message>
    <message>
      <location filename="ui/conversation/acts.py" />
      <source>Put in an event…</source>
      <translation>In einen Vorfall aufnehmen…</translation>
    </message>
    <message>
      <location filename="ui/composer/next_step.py" />
      <source>Put in outbox</source>
      <translation>In den Postausgang</translation>
    </message>
    <message>
      <location filename="desktop/counter/happening.py" />
      <source>Put in the event</source>
      <translation>In den Vorfall aufgenommen</translation>
    </message>
    <message>
      <location filename="ui/conversation/cards.py" />
      <source>Put it into the blank</source>
      <translation>In die Lücke setzen</translation>
    </message>
    <message>
      <location filename="desktop/coach/pauses.py" />
      <source>Put it right first. Ask separately, and let them say what they like. In many countries tying the two is against the law.</source>
      <translation>Bringen Sie es erst in Ordnung. Bitten Sie getrennt davon, und jeder darf schreiben, was er möchte. In vielen Ländern ist es verboten, beides zu verknüpfen.</translation>
    </message>
    <message>
      <location filename="ui/history/export_dialog.py" />
      <source>Put it under the shop’s password</source>
      <translation>Mit dem Passwort des Ladens schützen</translation>
    </message>
    <message>
      <location filename="ui/starting.py" />
      <source>Put my layout back</source>
      <translation>Meine Aufteilung zurückholen</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Put right: asking them to say so</source>
      <translation>In Ordnung gebracht: darum bitten, es zu sagen</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Put right: saying it ourselves</source>
      <translation>In Ordnung gebracht: selbst sagen</translation>
    </message>
    <message>
      <location filename="ui/happening/people.py" />
      <source>Put them all in</source>
      <translation>Alle aufnehmen</translation>
    </message>
    <message>
      <location filename="ui/app.py" />
      <source>Putting the copy in its place…</source>
      <translation>Die Kopie wird eingesetzt…</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Quality</source>
      <translation>Qualität</translation>
    </message>
    <message>
      <location filename="desktop/searching/__init__.py" />
      <source>Query</source>
      <translation>Query</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Question</source>
      <translation>Frage</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google.py" />
      <source>Questions and photos on your Google page don't come here, only reviews.</source>
      <translation>Fragen und Fotos auf Ihrer Google-Seite kommen nicht hierher, nur Bewertungen.</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Quiet while the shop is closed</source>
      <translation>Still, solange der Laden zu ist</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Quit</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <location filename="ui/main_window.py" />
      <source>Quit without it</source>
      <translation>Trotzdem beenden</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>R for a blank page, 1 and 2 for an opening. Ctrl+Enter posts.</source>
      <translation>R für eine leere Seite, 1 und 2 für einen Anfang. Strg+Enter postet.</translation>
    </message>
    <message>
      <location filename="ui/conversation/view.py" />
      <source>R12NE</source>
      <translation>R12NE</translation>
    </message>
    <message>
      <location filename="ui/composer/next_step.py" />
      <source>Read %n new message first</source>
      <translation>Erst %n neue Nachricht lesen</translation>
    </message>
    <message numerus="yes">
      <location filename="ui/composer/next_step.py" />
      <source>Read %n new messages first</source>
      <translation>
        <numerusform>Erst %n neue Nachricht lesen</numerusform>
        <numerusform>Erst %n neue Nachrichten lesen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>Read and decide</source>
      <translation>Lesen und entscheiden</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>Read and kept: {what}.</source>
      <translation>Gelesen und behalten: {what}.</translation>
    </message>
    <message>
      <location filename="ui/accounts/glance.py" />
      <source>Read as far back as {place} goes</source>
      <translation>Gelesen, so weit {place} zurückreicht</translation>
    </message>
    <message>
      <location filename="ui/accounts/details.py" />
      <source>Read back to</source>
      <translation>Gelesen zurück bis</translation>
    </message>
    <message>
      <location filename="ui/accounts/glance.py" />
      <source>Read back to {day}</source>
      <translation>Gelesen zurück bis {day}</translation>
    </message>
    <message>
      <location filename="ui/conversation/notices.py" />
      <source>Read it</source>
      <translation>Lesen</translation>
    </message>
    <message>
      <location filename="desktop/coach/reader.py" />
      <source>Read it once as {name}. Then post.</source>
      <translation>Lesen Sie es einmal, als wären Sie {name}. Dann posten.</translation>
    </message>
    <message>
      <location filename="ui/app.py" />
      <source>Read only</source>
      <translation>Nur lesen</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>Read so far: {what}.</source>
      <translation>Bisher gelesen: {what}.</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>Read the answer</source>
      <translation>Die Antwort lesen</translation>
    </message>
    <message>
      <location filename="ui/conversation/notices.py" />
      <source>Read their draft</source>
      <translation>Deren Entwurf lesen</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Read them</source>
      <translation>Lesen</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Read these complaints</source>
      <translation>Diese Beschwerden lesen</translation>
    </message>
    <message>
      <location filename="ui/everything.py" />
      <source>Readable by anybody, without the password</source>
      <translation>Für alle lesbar, ohne das Passwort</translation>
    </message>
    <message>
      <location filename="desktop/coach/__init__.py" />
      <source>Reading</source>
      <translation>Reading</translation>
    </message>
    <message>
      <location filename="ui/app.py" />
      <source>Reading what can still be read…</source>
      <translation>Was noch lesbar ist, wird gelesen…</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>Reading {name}: {n} so far…</source>
      <translation>{name} wird gelesen: {n} bisher…</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>Reading {name}…</source>
      <translation>{name} wird gelesen…</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Reads like an advert</source>
      <translation>Liest sich wie Werbung</translation>
    </message>
    <message>
      <location filename="desktop/triage/__init__.py" />
      <source>Reason</source>
      <translation>Reason</translation>
    </message>
    <message>
      <location filename="desktop/connectors/facebook.py" />
      <source>Recommendations, which Facebook shows to no program: add those by hand. And new comments under posts older than your last 50.</source>
      <translation>Empfehlungen, die Facebook keinem Programm zeigt: Fügen Sie diese von Hand hinzu. Und neue Kommentare unter Beiträgen, die älter sind als Ihre letzten 50.</translation>
    </message>
    <message>
      <location filename="ui/settings/code_card.py" />
      <source>Recovery code</source>
      <translation>Wiederherstellungscode</translation>
    </message>
    <message>
      <location filename="ui/settings/code_card.py" />
      <source>Recovery code: {code}</source>
      <translation>Wiederherstellungscode: {code}</translation>
    </message>
    <message>
      <location filename="desktop/faces.py" />
      <source>Reddit</source>
      <translation>Reddit</translation>
    </message>
    <message>
      <location filename="ui/composer/editor.py" />
      <source>Redo</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google.py" />
      <source>Refresh token</source>
      <translation>Aktualisierungstoken</translation>
    </message>
    <message>
      <location filename="desktop/counter/__init__.py" />
      <source>Remembered</source>
      <translation>Remembered</translation>
    </message>
    <message>
      <location filename="ui/settings/learning.py" />
      <source>Remembered word for word</source>
      <translation>Wort für Wort gemerkt</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>Remind me</source>
      <translation>Erinnern</translation>
    </message>
    <message>
      <location filename="ui/conversation/acts.py" />
      <source>Remind me…</source>
      <translation>Erinnern…</translation>
    </message>
    <message>
      <location filename="desktop/counter/inbox.py" />
      <source>Reminder</source>
      <translation>Erinnerung</translation>
    </message>
    <message>
      <location filename="ui/forget_dialog.py" />
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <location filename="ui/forget_dialog.py" />
      <source>Remove everything {name} wrote?</source>
      <translation>Alles entfernen, was {name} geschrieben hat?</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>Remove it</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <location filename="ui/composer/gutter.py" />
      <source>Remove part</source>
      <translation>Teil entfernen</translation>
    </message>
    <message>
      <location filename="ui/history/note_dialog.py" />
      <source>Remove the note of {day}</source>
      <translation>Notiz vom {day} entfernen</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>Remove the protection</source>
      <translation>Schutz entfernen</translation>
    </message>
    <message>
      <location filename="ui/settings/protection.py" />
      <source>Remove the protection…</source>
      <translation>Schutz entfernen…</translation>
    </message>
    <message>
      <location filename="ui/people/details.py" />
      <source>Remove {person}?</source>
      <translation>{person} entfernen?</translation>
    </message>
    <message>
      <location filename="ui/people/details.py" />
      <source>Remove {person}…</source>
      <translation>{person} entfernen…</translation>
    </message>
    <message>
      <location filename="ui/shopbook/card.py" />
      <source>Remove {title}</source>
      <translation>{title} entfernen</translation>
    </message>
    <message>
      <location filename="ui/settings/how_long.py" />
      <source>Removed last, {day}: {what}.</source>
      <translation>Zuletzt entfernt, {day}: {what}.</translation>
    </message>
    <message>
      <location filename="desktop/counter/noting.py" />
      <source>Removed the note</source>
      <translation>Notiz entfernt</translation>
    </message>
    <message>
      <location filename="desktop/counter/leaving.py" />
      <source>Removed {name}</source>
      <translation>{name} entfernt</translation>
    </message>
    <message>
      <location filename="desktop/counter/book.py" />
      <source>Removed {title}</source>
      <translation>{title} entfernt</translation>
    </message>
    <message>
      <location filename="ui/keep_desk.py" />
      <source>Removed: {what}.</source>
      <translation>Entfernt: {what}.</translation>
    </message>
    <message>
      <location filename="ui/forget_dialog.py" />
      <source>Removing…</source>
      <translation>Wird entfernt…</translation>
    </message>
    <message>
      <location filename="ui/history/saved_list.py" />
      <source>Rename</source>
      <translation>Umbenennen</translation>
    </message>
    <message>
      <location filename="ui/history/saved.py" />
      <source>Rename or put in order…</source>
      <translation>Umbenennen oder ordnen…</translation>
    </message>
    <message>
      <location filename="ui/app.py" />
      <source>Repair it</source>
      <translation>Reparieren</translation>
    </message>
    <message>
      <location filename="ui/app.py" />
      <source>Repair the file</source>
      <translation>Datei reparieren</translation>
    </message>
    <message>
      <location filename="ui/history/saved.py" />
      <source>Replace</source>
      <translation>Ersetzen</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Replies</source>
      <translation>Antworten</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Replies sound as much like you as in {then}</source>
      <translation>Antworten klingen so sehr nach Ihnen wie {then}</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Replies sound as much like you as the year before</source>
      <translation>Antworten klingen so sehr nach Ihnen wie im Jahr davor</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Replies sound less like you than in {then}</source>
      <translation>Antworten klingen weniger nach Ihnen als {then}</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Replies sound less like you than the year before</source>
      <translation>Antworten klingen weniger nach Ihnen als im Jahr davor</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Replies sound more like you than in {then}</source>
      <translation>Antworten klingen mehr nach Ihnen als {then}</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Replies sound more like you than the year before</source>
      <translation>Antworten klingen mehr nach Ihnen als im Jahr davor</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Replies to praise lowered the ratings after them, perhaps because they look like adverts.</source>
      <translation>Antworten auf Lob senkten die Bewertungen danach, vielleicht weil sie wie Werbung wirken.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/threads.py" />
      <source>Replies to the last 25 posts</source>
      <translation>Antworten auf die letzten 25 Beiträge</translation>
    </message>
    <message>
      <location filename="ui/conversation/acts.py" />
      <source>Reply</source>
      <translation>Antwort</translation>
    </message>
    <message>
      <location filename="ui/composer/tabs.py" />
      <source>Reply as {name}</source>
      <translation>Als {name} antworten</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Reply held. Things moved.</source>
      <translation>Antwort zurückgehalten. Etwas hat sich geändert.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Reply in the outbox</source>
      <translation>Antwort im Postausgang</translation>
    </message>
    <message>
      <location filename="ui/single_keys.py" />
      <source>Reply on a blank page</source>
      <translation>Auf leerer Seite antworten</translation>
    </message>
    <message>
      <location filename="ui/conversation/view.py" />
      <source>Reply to {name}</source>
      <translation>{name} antworten</translation>
    </message>
    <message>
      <location filename="ui/outbox_desk.py" />
      <source>Reply to {name} waits until you press Send now</source>
      <translation>Die Antwort an {name} wartet, bis Sie auf „Jetzt senden“ drücken</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>Reply turned down</source>
      <translation>Antwort abgelehnt</translation>
    </message>
    <message>
      <location filename="ui/composer/__init__.py" />
      <source>ReplyEditor</source>
      <translation>ReplyEditor</translation>
    </message>
    <message>
      <location filename="desktop/counter/hidden.py" />
      <source>Reporting a post is for {what} to decide. Give it to them, with a note.</source>
      <translation>Über das Melden eines Beitrags entscheidet {what}. Geben Sie ihn weiter, mit einer Notiz.</translation>
    </message>
    <message>
      <location filename="ui/insights/phrases.py" />
      <source>Rest over</source>
      <translation>Wieder benutzen</translation>
    </message>
    <message>
      <location filename="ui/insights/phrases.py" />
      <source>Rest these for a month</source>
      <translation>Einen Monat ruhen lassen</translation>
    </message>
    <message>
      <location filename="ui/insights/phrases.py" />
      <source>Rest this for a month</source>
      <translation>Einen Monat ruhen lassen</translation>
    </message>
    <message>
      <location filename="desktop/starters/__init__.py" />
      <source>Resting</source>
      <translation>Resting</translation>
    </message>
    <message>
      <location filename="ui/history/list.py" />
      <source>Results</source>
      <translation>Ergebnisse</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Review</source>
      <translation>Bewertung</translation>
    </message>
    <message>
      <location filename="ui/welcome/page.py" />
      <source>Reviews, comments and mentions. You sign in on each place’s own page, or with a key it makes.</source>
      <translation>Bewertungen, Kommentare und Erwähnungen. Sie melden sich auf der Seite des Ortes selbst an oder mit einem Schlüssel von dort.</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Rewind and answer what frightened Dana</source>
      <translation>Zurückspulen und auf das antworten, was Dana erschreckt hat</translation>
    </message>
    <message>
      <location filename="ui/conversation/happened.py" />
      <source>Rewind to before that reply</source>
      <translation>Zurück vor diese Antwort</translation>
    </message>
    <message>
      <location filename="desktop/coach/lens.py" />
      <source>Reword</source>
      <translation>Umformulieren</translation>
    </message>
    <message>
      <location filename="desktop/coach/canned.py" />
      <source>Reword this part</source>
      <translation>Diesen Teil neu formulieren</translation>
    </message>
    <message>
      <location filename="ui/at_rest.py" />
      <source>Rewriting the shop’s files was interrupted, and is finished now. They are protected.</source>
      <translation>Die Dateien des Ladens wurden neu geschrieben, und das wurde unterbrochen; jetzt ist es abgeschlossen. Sie sind geschützt.</translation>
    </message>
    <message>
      <location filename="ui/at_rest.py" />
      <source>Rewriting the shop’s files was interrupted, and is finished now. They aren’t protected any more.</source>
      <translation>Die Dateien des Ladens wurden neu geschrieben, und das wurde unterbrochen; jetzt ist es abgeschlossen. Sie sind nicht mehr geschützt.</translation>
    </message>
    <message>
      <location filename="ui/at_rest.py" />
      <source>Rewriting the shop’s files was interrupted. They are as they were before. Do it again in Settings, Data.</source>
      <translation>Die Dateien des Ladens wurden neu geschrieben, und das wurde unterbrochen. Sie sind, wie sie vorher waren. Unter Einstellungen, Daten geht es noch einmal.</translation>
    </message>
    <message>
      <location filename="ui/settings/choices.py" />
      <source>Roomy</source>
      <translation>Luftig</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Rows</source>
      <translation>Zeilen</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>Rows that couldn’t be read</source>
      <translation>Zeilen, die nicht lesbar waren</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Rude, or left feeling small</source>
      <translation>Unhöflich oder kränkend</translation>
    </message>
    <message>
      <location filename="desktop/shopbook/__init__.py" />
      <source>Run</source>
      <translation>Run</translation>
    </message>
    <message>
      <location filename="ui/theme/__init__.py" />
      <source>SMALLEST_TEXT</source>
      <translation>SMALLEST_TEXT</translation>
    </message>
    <message>
      <location filename="desktop/wires.py" />
      <source>Safe</source>
      <translation>Safe</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Safety</source>
      <translation>Sicherheit</translation>
    </message>
    <message>
      <location filename="desktop/connectors/mastodon_sign_in.py" />
      <source>Said &amp; Done</source>
      <translation>Said &amp; Done</translation>
    </message>
    <message>
      <location filename="desktop/store.py" />
      <source>Said &amp; Done is already open on this folder.</source>
      <translation>Said &amp; Done ist mit diesem Ordner schon geöffnet.</translation>
    </message>
    <message>
      <location filename="ui/welcome/page.py" />
      <source>Said &amp; Done puts what people say about your shop in one window, helps you answer like yourself, and keeps track of the public complaints that still need a visible ending.</source>
      <translation>Said &amp; Done holt in ein Fenster, was die Leute über Ihren Laden sagen, hilft Ihnen, auf Ihre Art zu antworten, und behält die öffentlichen Beschwerden im Blick, denen noch ein sichtbarer Ausgang fehlt.</translation>
    </message>
    <message>
      <location filename="ui/unclean.py" />
      <source>Said &amp; Done stopped at {time}: a mistake of ours. Where it happened is written in {file}.</source>
      <translation>Said &amp; Done ist um {time} stehen geblieben: ein Fehler von uns. Wo es war, steht in {file}.</translation>
    </message>
    <message>
      <location filename="ui/unclean.py" />
      <source>Said &amp; Done stopped without closing at {time}.</source>
      <translation>Said &amp; Done ist um {time} stehen geblieben, ohne zu schließen.</translation>
    </message>
    <message>
      <location filename="ui/unclean.py" />
      <source>Said &amp; Done stopped without closing.</source>
      <translation>Said &amp; Done ist stehen geblieben, ohne zu schließen.</translation>
    </message>
    <message>
      <location filename="desktop/vault.py" />
      <source>Said &amp; Done · {account}</source>
      <translation>Said &amp; Done · {account}</translation>
    </message>
    <message>
      <location filename="ui/settings/code_card.py" />
      <source>Said &amp; Done: recovery code</source>
      <translation>Said &amp; Done: Wiederherstellungscode</translation>
    </message>
    <message>
      <location filename="desktop/imports/heads.py" />
      <source>Said among us</source>
      <translation>Unter uns gesagt</translation>
    </message>
    <message>
      <location filename="desktop/counter/asking.py" />
      <source>Said yes to {person_name}</source>
      <translation>{person_name} ein Ja gegeben</translation>
    </message>
    <message>
      <location filename="ui/theme/fonts.py" />
      <source>Sans Serif</source>
      <translation>Sans Serif</translation>
    </message>
    <message>
      <location filename="ui/history/outcomes.py" />
      <source>Sat</source>
      <translation>Sa</translation>
    </message>
    <message>
      <location filename="desktop/coach/book.py" />
      <source>Saturday</source>
      <translation>Samstag</translation>
    </message>
    <message>
      <location filename="ui/welcome/story.py" />
      <source>Saturday 10:20</source>
      <translation>Samstag 10:20</translation>
    </message>
    <message>
      <location filename="ui/people/adding.py" />
      <source>Saturdays, 7 to 14</source>
      <translation>Samstags, 7 bis 14 Uhr</translation>
    </message>
    <message>
      <location filename="ui/history/saved.py" />
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <location filename="ui/ending/dialog.py" />
      <source>Save and close</source>
      <translation>Speichern und schließen</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_dialog.py" />
      <source>Save as PDF…</source>
      <translation>Als PDF speichern…</translation>
    </message>
    <message>
      <location filename="desktop/imports/rows.py" />
      <source>Save it as CSV (UTF-8) again.</source>
      <translation>Speichern Sie sie noch einmal als CSV (UTF-8).</translation>
    </message>
    <message>
      <location filename="ui/composer/next_step.py" />
      <source>Save note</source>
      <translation>Notiz speichern</translation>
    </message>
    <message>
      <location filename="ui/history/saved.py" />
      <source>Save search</source>
      <translation>Suche speichern</translation>
    </message>
    <message>
      <location filename="ui/history/saved.py" />
      <source>Saved as “{name}”</source>
      <translation>Gespeichert als „{name}“</translation>
    </message>
    <message>
      <location filename="ui/complaints/side_panel.py" />
      <source>Saved copy, {date}. The page itself needs a connection.</source>
      <translation>Gespeicherte Kopie, {date}. Die Seite selbst braucht eine Verbindung.</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Saved searches</source>
      <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
      <location filename="ui/history/saved.py" />
      <source>Saved searches changed</source>
      <translation>Gespeicherte Suchen geändert</translation>
    </message>
    <message>
      <location filename="ui/composer/tabs.py" />
      <source>Saved {age} ago</source>
      <translation>Gespeichert vor {age}</translation>
    </message>
    <message>
      <location filename="ui/composer/context.py" />
      <source>Say back what it was like</source>
      <translation>Wiedergeben, wie es war</translation>
    </message>
    <message>
      <location filename="desktop/counter/happening.py" />
      <source>Say first when you'll say more.</source>
      <translation>Sagen Sie zuerst, wann Sie mehr sagen.</translation>
    </message>
    <message>
      <location filename="ui/people/asked.py" />
      <source>Say it like this</source>
      <translation>So sagen</translation>
    </message>
    <message>
      <location filename="desktop/coach/steps.py" />
      <source>Say it ourselves</source>
      <translation>Selbst sagen</translation>
    </message>
    <message>
      <location filename="ui/complaints/page.py" />
      <source>Say it ourselves…</source>
      <translation>Selbst sagen…</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Say it's serious</source>
      <translation>Sagen, dass es ernst ist</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Say more when you said</source>
      <translation>Mehr sagen, wenn es so weit ist</translation>
    </message>
    <message>
      <location filename="ui/shopbook/printing.py" />
      <source>Say so if asked</source>
      <translation>Sagen, wenn gefragt</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Say thank you back</source>
      <translation>Dank zurückgeben</translation>
    </message>
    <message>
      <location filename="desktop/coach/looks.py" />
      <source>Say what happened and what you'll do. You can still disagree, further down.</source>
      <translation>Sagen Sie, was war und was Sie tun. Widersprechen können Sie weiter unten immer noch.</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Say what happened to Dana in Dana’s words.</source>
      <translation>Mit Danas Worten sagen, was Dana passiert ist.</translation>
    </message>
    <message>
      <location filename="ui/composer/context.py" />
      <source>Say what was ours, plainly</source>
      <translation>Klar sagen, was an uns lag</translation>
    </message>
    <message>
      <location filename="desktop/coach/steps.py" />
      <source>Say what you'll do first, then how to reach you.</source>
      <translation>Sagen Sie erst, was Sie tun, dann, wie man Sie erreicht.</translation>
    </message>
    <message>
      <location filename="ui/event_bars.py" />
      <source>Say when you’ll say more.</source>
      <translation>Sagen Sie, wann Sie mehr sagen.</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Say when, and be back with Dana by then.</source>
      <translation>Sagen, wann, und bis dahin wieder bei Dana sein.</translation>
    </message>
    <message>
      <location filename="desktop/counter/adding.py" />
      <source>Say where it was.</source>
      <translation>Sagen Sie, wo es war.</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>Say which column holds: {fields}</source>
      <translation>Sagen Sie, welche Spalte das enthält: {fields}</translation>
    </message>
    <message>
      <location filename="desktop/bringing_in.py" />
      <source>Say which column holds: {what}.</source>
      <translation>Sagen Sie, welche Spalte das enthält: {what}.</translation>
    </message>
    <message>
      <location filename="desktop/counter/asking.py" />
      <source>Say why in a few words. It helps more than the no.</source>
      <translation>Sagen Sie in wenigen Worten, warum. Das hilft mehr als das Nein.</translation>
    </message>
    <message>
      <location filename="ui/ending/leave_standing.py" />
      <source>Say why in a line</source>
      <translation>Sagen Sie in einer Zeile, warum</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Say yourselves how it ended</source>
      <translation>Selbst sagen, wie es ausging</translation>
    </message>
    <message>
      <location filename="desktop/coach/tone.py" />
      <source>Say “we”. Sort it out indoors.</source>
      <translation>Sagen Sie „wir“. Das Weitere klären Sie intern.</translation>
    </message>
    <message>
      <location filename="ui/happening/sheet.py" />
      <source>Saying so is kinder than guessing.</source>
      <translation>Das zu sagen ist freundlicher als raten.</translation>
    </message>
    <message>
      <location filename="desktop/coach/__init__.py" />
      <source>Scene</source>
      <translation>Scene</translation>
    </message>
    <message>
      <location filename="ui/shopbook/facts.py" />
      <source>Search facts</source>
      <translation>Angaben durchsuchen</translation>
    </message>
    <message>
      <location filename="ui/history/search.py" />
      <source>Search people and words</source>
      <translation>Personen und Wörter suchen</translation>
    </message>
    <message>
      <location filename="ui/conversation/book_pane.py" />
      <source>Search the Shop book</source>
      <translation>Ladenbuch durchsuchen</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>Search this page</source>
      <translation>Diese Seite durchsuchen</translation>
    </message>
    <message>
      <location filename="ui/conversation/history_line.py" />
      <source>See all</source>
      <translation>Alle ansehen</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>See how Dana takes it</source>
      <translation>Sehen, wie Dana es aufnimmt</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/brought.py" />
      <source>See the {n}</source>
      <translation>{n} ansehen</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>See the {n} nobody answered</source>
      <translation>Die {n} ansehen, denen niemand antwortete</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>See what Sam says</source>
      <translation>Sehen, was Sam sagt</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>See what everyone at the counter knows</source>
      <translation>Sehen, was alle am Tresen wissen</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>See when a reply is showing</source>
      <translation>Sehen, wann eine Antwort sichtbar ist</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>See which complaints still look open</source>
      <translation>Sehen, welche Beschwerden noch offen aussehen</translation>
    </message>
    <message>
      <location filename="ui/inbox/page.py" />
      <source>Select</source>
      <translation>Auswählen</translation>
    </message>
    <message>
      <location filename="ui/composer/editor.py" />
      <source>Select all</source>
      <translation>Alles auswählen</translation>
    </message>
    <message>
      <location filename="ui/inbox/several.py" />
      <source>Select none</source>
      <translation>Nichts auswählen</translation>
    </message>
    <message>
      <location filename="ui/single_keys.py" />
      <source>Select several</source>
      <translation>Mehrere auswählen</translation>
    </message>
    <message>
      <location filename="ui/inbox/model.py" />
      <source>Selected</source>
      <translation>Ausgewählt</translation>
    </message>
    <message>
      <location filename="ui/composer/next_step.py" />
      <source>Send</source>
      <translation>Senden</translation>
    </message>
    <message>
      <location filename="ui/outbox_list.py" />
      <source>Send now</source>
      <translation>Jetzt senden</translation>
    </message>
    <message>
      <location filename="ui/composer/next_step.py" />
      <source>Send pretend message</source>
      <translation>Übungsnachricht senden</translation>
    </message>
    <message>
      <location filename="ui/settings/dialog.py" />
      <source>Sending</source>
      <translation>Senden</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Sending…</source>
      <translation>Wird gesendet…</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Sent on the pretend {place}</source>
      <translation>Gesendet auf dem erfundenen {place}</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Sent privately on {place}</source>
      <translation>Privat gesendet auf {place}</translation>
    </message>
    <message>
      <location filename="ui/history/outcomes.py" />
      <source>Sept</source>
      <translation>Sept</translation>
    </message>
    <message>
      <location filename="desktop/language/times.py" />
      <source>September</source>
      <translation>September</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Serious</source>
      <translation>Ernst</translation>
    </message>
    <message>
      <location filename="ui/conversation/notices.py" />
      <source>Serious because: {words}.</source>
      <translation>Ernst wegen: {words}.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Serious · waits for {first}</source>
      <translation>Ernst · wartet auf {first}</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Serious · {first} asks</source>
      <translation>Ernst · {first} fragt</translation>
    </message>
    <message>
      <location filename="ui/accounts/details.py" />
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <location filename="desktop/vault.py" />
      <source>SessionVault({what} accounts)</source>
      <translation>SessionVault({what} accounts)</translation>
    </message>
    <message>
      <location filename="ui/people/details.py" />
      <source>Set a PIN…</source>
      <translation>PIN setzen…</translation>
    </message>
    <message>
      <location filename="ui/people/details.py" />
      <source>Set a new PIN…</source>
      <translation>Neue PIN setzen…</translation>
    </message>
    <message>
      <location filename="desktop/pins.py" />
      <source>Set a new one.</source>
      <translation>Legen Sie eine neue fest.</translation>
    </message>
    <message>
      <location filename="ui/at_rest.py" />
      <source>Set a new password…</source>
      <translation>Neues Passwort festlegen…</translation>
    </message>
    <message numerus="yes">
      <location filename="ui/composer/coach_panel.py" />
      <source>Set aside in %n replies: {by}.</source>
      <translation>
        <numerusform>In %n Antwort beiseitegelegt: {by}.</numerusform>
        <numerusform>In %n Antworten beiseitegelegt: {by}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="ui/composer/coach_panel.py" />
      <source>Set aside in %n reply: {by}.</source>
      <translation>In %n Antwort beiseitegelegt: {by}.</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>Set it</source>
      <translation>Setzen</translation>
    </message>
    <message>
      <location filename="ui/shopbook/limits.py" />
      <source>Set limits</source>
      <translation>Grenzen setzen</translation>
    </message>
    <message>
      <location filename="ui/people/pin.py" />
      <source>Set the PIN</source>
      <translation>PIN setzen</translation>
    </message>
    <message>
      <location filename="desktop/errors.py" />
      <source>Set the computer's clock. What you write and post is kept either way.</source>
      <translation>Stellen Sie die Uhr des Computers. Was Sie schreiben und posten, bleibt so oder so.</translation>
    </message>
    <message>
      <location filename="ui/accounts/ceiling.py" />
      <source>Set the limit</source>
      <translation>Grenze setzen</translation>
    </message>
    <message>
      <location filename="ui/lock/way_back.py" />
      <source>Set the new PIN</source>
      <translation>Neue PIN setzen</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <location filename="desktop/export.py" />
      <source>Settings, Data sets one.</source>
      <translation>In den Einstellungen unter „Daten“ legen Sie eines fest.</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Settings…</source>
      <translation>Einstellungen…</translation>
    </message>
    <message>
      <location filename="desktop/counter/__init__.py" />
      <source>Shape</source>
      <translation>Shape</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Share of each reply in the writer’s own words.</source>
      <translation>Anteil jeder Antwort in eigenen Worten.</translation>
    </message>
    <message>
      <location filename="desktop/triage/__init__.py" />
      <source>Shared</source>
      <translation>Shared</translation>
    </message>
    <message>
      <location filename="ui/welcome/page.py" />
      <source>Sharing this laptop? Add your helpers so each reply carries a name.</source>
      <translation>Teilen Sie diesen Laptop? Fügen Sie Ihre Aushilfen hinzu, damit jede Antwort einen Namen trägt.</translation>
    </message>
    <message>
      <location filename="desktop/export.py" />
      <source>Shop</source>
      <translation>Laden</translation>
    </message>
    <message>
      <location filename="desktop/starters/blanks.py" />
      <source>Shop book</source>
      <translation>Ladenbuch</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Shop book, in the sidebar.</source>
      <translation>„Ladenbuch“, in der Seitenleiste.</translation>
    </message>
    <message>
      <location filename="ui/pages.py" />
      <source>ShopBookPage</source>
      <translation>ShopBookPage</translation>
    </message>
    <message>
      <location filename="ui/moving.py" />
      <source>Shops to be moved</source>
      <translation>Läden für den Umzug</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky.py" />
      <source>Shorten it.</source>
      <translation>Kürzen Sie sie.</translation>
    </message>
    <message>
      <location filename="ui/conversation/desk.py" />
      <source>Show</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <location filename="ui/shopbook/closures.py" />
      <source>Show 1 that is over</source>
      <translation>1 vergangenen zeigen</translation>
    </message>
    <message>
      <location filename="ui/people/pin.py" />
      <source>Show a new sentence</source>
      <translation>Neuen Satz zeigen</translation>
    </message>
    <message>
      <location filename="ui/conversation/acts.py" />
      <source>Show again</source>
      <translation>Wieder einblenden</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>Show all</source>
      <translation>Alle zeigen</translation>
    </message>
    <message>
      <location filename="ui/insights/card.py" />
      <source>Show as a chart</source>
      <translation>Als Diagramm zeigen</translation>
    </message>
    <message>
      <location filename="ui/insights/card.py" />
      <source>Show as a table</source>
      <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
      <location filename="ui/insights/page.py" />
      <source>Show as charts</source>
      <translation>Als Diagramme zeigen</translation>
    </message>
    <message>
      <location filename="ui/insights/page.py" />
      <source>Show as tables</source>
      <translation>Als Tabellen zeigen</translation>
    </message>
    <message>
      <location filename="ui/unclean.py" />
      <source>Show drafts</source>
      <translation>Entwürfe zeigen</translation>
    </message>
    <message>
      <location filename="ui/conversation/thread.py" />
      <source>Show earlier</source>
      <translation>Frühere zeigen</translation>
    </message>
    <message>
      <location filename="desktop/coach/lens.py" />
      <source>Show me</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Show names and words in notifications</source>
      <translation>Namen und Worte in Benachrichtigungen zeigen</translation>
    </message>
    <message>
      <location filename="ui/unclean.py" />
      <source>Show the draft</source>
      <translation>Entwurf zeigen</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Show the folder</source>
      <translation>Ordner zeigen</translation>
    </message>
    <message>
      <location filename="ui/unclean.py" />
      <source>Show the next</source>
      <translation>Den nächsten zeigen</translation>
    </message>
    <message>
      <location filename="desktop/coach/holds.py" />
      <source>Show the overflow</source>
      <translation>Überhang zeigen</translation>
    </message>
    <message>
      <location filename="ui/widgets/password_field.py" />
      <source>Show what I type</source>
      <translation>Zeigen, was ich tippe</translation>
    </message>
    <message>
      <location filename="ui/widgets/password_field.py" />
      <source>Show what I type (Alt+S)</source>
      <translation>Zeigen, was ich tippe (Alt+S)</translation>
    </message>
    <message>
      <location filename="ui/conversation/header.py" />
      <source>Show what a passer-by sees</source>
      <translation>Zeigen, was ein Passant sieht</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>Show what we kept</source>
      <translation>Aufgehobenes zeigen</translation>
    </message>
    <message>
      <location filename="ui/history/timeline.py" />
      <source>Show {n} more</source>
      <translation>{n} weitere zeigen</translation>
    </message>
    <message>
      <location filename="ui/shopbook/closures.py" />
      <source>Show {n} that are over</source>
      <translation>{n} vergangene zeigen</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>Show {what}</source>
      <translation>{what} zeigen</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Showing you heard them brings gratitude even before anything is fixed.</source>
      <translation>Zu zeigen, dass man zugehört hat, weckt Dankbarkeit, noch bevor etwas behoben ist.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Shown</source>
      <translation>Sichtbar</translation>
    </message>
    <message>
      <location filename="ui/history/story.py" />
      <source>Shown after {time}</source>
      <translation>{time} bis zum sichtbaren Ausgang</translation>
    </message>
    <message>
      <location filename="ui/accounts/sign_in_step.py" />
      <source>Sign in</source>
      <translation>Anmelden</translation>
    </message>
    <message>
      <location filename="ui/accounts/details.py" />
      <source>Sign in again</source>
      <translation>Neu anmelden</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_api.py" />
      <source>Sign in again and leave the box on Google's page ticked.</source>
      <translation>Melden Sie sich noch einmal an und lassen Sie auf der Seite von Google das Häkchen gesetzt.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_api.py" />
      <source>Sign in again.</source>
      <translation>Melden Sie sich neu an.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_refusals.py" />
      <source>Sign in at x.com: it says there what to do.</source>
      <translation>Melden Sie sich bei x.com an: Dort steht, was zu tun ist.</translation>
    </message>
    <message>
      <location filename="ui/accounts/sign_in_step.py" />
      <source>Sign in at {place}</source>
      <translation>Bei {place} anmelden</translation>
    </message>
    <message>
      <location filename="ui/accounts/sign_in_step.py" />
      <source>Sign in in the browser instead</source>
      <translation>Stattdessen im Browser anmelden</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_api.py" />
      <source>Sign in in the browser, or paste a refresh token.</source>
      <translation>Melden Sie sich im Browser an, oder fügen Sie ein Aktualisierungstoken ein.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/mastodon.py" />
      <source>Sign in in the browser, or paste a sign-in key.</source>
      <translation>Melden Sie sich im Browser an, oder fügen Sie einen Anmeldeschlüssel ein.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_sign_in.py" />
      <source>Sign in once more and allow all of what is asked.</source>
      <translation>Melden Sie sich noch einmal an und erlauben Sie alles, worum gebeten wird.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/youtube.py" />
      <source>Sign in with the one that has.</source>
      <translation>Melden Sie sich mit dem an, das einen hat.</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Sign off</source>
      <translation>Gruß</translation>
    </message>
    <message>
      <location filename="ui/moving.py" />
      <source>Sign-ins stay on this computer: on the other one you sign in to each place again. What was forgotten isn’t in it and can’t be brought back there.</source>
      <translation>Anmeldungen bleiben auf diesem Computer: Auf dem anderen melden Sie sich überall neu an. Was vergessen wurde, ist nicht darin und lässt sich dort nicht zurückholen.</translation>
    </message>
    <message>
      <location filename="ui/accounts/details.py" />
      <source>Signed in as</source>
      <translation>Angemeldet als</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Signed in as {account}.</source>
      <translation>Angemeldet als {account}.</translation>
    </message>
    <message>
      <location filename="ui/accounts/standing.py" />
      <source>Signed out {day}</source>
      <translation>Abgemeldet: {day}</translation>
    </message>
    <message>
      <location filename="desktop/connectors/__init__.py" />
      <source>SignedIn({handle}, host={host})</source>
      <translation>SignedIn({handle}, host={host})</translation>
    </message>
    <message>
      <location filename="desktop/connectors/oauth.py" />
      <source>Signing in was stopped. Nothing was changed.</source>
      <translation>Die Anmeldung wurde abgebrochen. Nichts wurde geändert.</translation>
    </message>
    <message>
      <location filename="ui/people/details.py" />
      <source>Signs off as</source>
      <translation>Unterschreibt mit</translation>
    </message>
    <message>
      <location filename="ui/people/details.py" />
      <source>Signs off as “{words}”</source>
      <translation>Unterschreibt mit „{words}“</translation>
    </message>
    <message>
      <location filename="ui/complaints/table.py" />
      <source>Since</source>
      <translation>Seit</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Single keys that were changed</source>
      <translation>Geänderte einzelne Tasten</translation>
    </message>
    <message>
      <location filename="ui/keys_page.py" />
      <source>Single letters work while a list or a thread has the focus, never while you type.</source>
      <translation>Einzelne Tasten wirken in Listen und Gesprächen, nie beim Schreiben.</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Single-key shortcuts</source>
      <translation>Kürzel mit einer Taste</translation>
    </message>
    <message>
      <location filename="ui/keys_page.py" />
      <source>Single-key shortcuts are off in Settings.</source>
      <translation>Einzelne Tasten sind in den Einstellungen ausgeschaltet.</translation>
    </message>
    <message>
      <location filename="ui/settings/parts.py" />
      <source>Situation</source>
      <translation>Lage</translation>
    </message>
    <message>
      <location filename="ui/practice/lesson_box.py" />
      <source>Skip</source>
      <translation>Überspringen</translation>
    </message>
    <message>
      <location filename="ui/practice/lesson_box.py" />
      <source>Skip lesson {n}</source>
      <translation>Lektion {n} überspringen</translation>
    </message>
    <message>
      <location filename="desktop/starters/__init__.py" />
      <source>Slot</source>
      <translation>Slot</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Small parts: what does a cap cost?</source>
      <translation>Kleinteile: Was kostet eine Kappe?</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Small talk left in</source>
      <translation>Geplauder blieb stehen</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Smaller text</source>
      <translation>Kleinere Schrift</translation>
    </message>
    <message>
      <location filename="desktop/connectors/mail.py" />
      <source>Somebody</source>
      <translation>Jemand</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Somebody answered {name} on {place} while this waited. Yours is kept here.</source>
      <translation>Jemand hat {name} auf {place} geantwortet, während das wartete. Ihre Antwort ist hier aufgehoben.</translation>
    </message>
    <message>
      <location filename="desktop/counter/adding.py" />
      <source>Somebody has worked on this since, so it stays.</source>
      <translation>Inzwischen hat jemand daran gearbeitet, darum bleibt es.</translation>
    </message>
    <message>
      <location filename="desktop/imports/bluesky.py" />
      <source>Somebody on Bluesky</source>
      <translation>Jemand auf Bluesky</translation>
    </message>
    <message>
      <location filename="desktop/connectors/facebook_posts.py" />
      <source>Somebody on Facebook</source>
      <translation>Jemand auf Facebook</translation>
    </message>
    <message>
      <location filename="desktop/connectors/instagram_posts.py" />
      <source>Somebody on Instagram</source>
      <translation>Jemand auf Instagram</translation>
    </message>
    <message>
      <location filename="desktop/imports/mastodon.py" />
      <source>Somebody on Mastodon</source>
      <translation>Jemand auf Mastodon</translation>
    </message>
    <message>
      <location filename="desktop/connectors/threads_posts.py" />
      <source>Somebody on Threads</source>
      <translation>Jemand auf Threads</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_posts.py" />
      <source>Somebody on X</source>
      <translation>Jemand auf X</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>Somebody who needs an answer now (with a sound)</source>
      <translation>Jemand, der jetzt eine Antwort braucht (mit einem Ton)</translation>
    </message>
    <message>
      <location filename="ui/settings/dialog.py" />
      <source>Somebody who needs an answer now, and what is serious, is told at any hour.</source>
      <translation>Wer jetzt eine Antwort braucht, und was ernst ist, wird zu jeder Zeit gemeldet.</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>Someone needs an answer now, on {place}</source>
      <translation>Jemand braucht jetzt eine Antwort, auf {place}</translation>
    </message>
    <message>
      <location filename="ui/conversation/rights.py" />
      <source>Someone who runs this account opens its settings there, and looks who may post for it.</source>
      <translation>Wer dieses Konto führt, öffnet dort dessen Einstellungen und sieht nach, wer dafür posten darf.</translation>
    </message>
    <message>
      <location filename="ui/conversation/rights.py" />
      <source>Someone with full control of the Facebook page that this account hangs on opens Settings, Page access there.</source>
      <translation>Jemand mit voller Kontrolle über die Facebook-Seite, an der dieses Konto hängt, öffnet dort „Einstellungen“, „Seitenzugriff“.</translation>
    </message>
    <message>
      <location filename="ui/conversation/rights.py" />
      <source>Someone with full control of the page opens it on Facebook, and there Settings, Page access.</source>
      <translation>Jemand mit voller Kontrolle über die Seite öffnet sie auf Facebook und dort „Einstellungen“, „Seitenzugriff“.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/graph.py" />
      <source>Something at {place} can’t be read and was left out.</source>
      <translation>Etwas bei {place} ist nicht lesbar und blieb weg.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Something else</source>
      <translation>Etwas anderes</translation>
    </message>
    <message>
      <location filename="desktop/errors.py" />
      <source>Something in Said &amp; Done went wrong, so this couldn’t be finished.</source>
      <translation>In Said &amp; Done ist etwas schiefgegangen, darum konnte das nicht zu Ende gebracht werden.</translation>
    </message>
    <message>
      <location filename="ui/trouble.py" />
      <source>Something in Said &amp; Done went wrong. Your drafts and the outbox are kept.</source>
      <translation>In Said &amp; Done ist etwas schiefgegangen. Ihre Entwürfe und der Postausgang sind aufgehoben.</translation>
    </message>
    <message>
      <location filename="desktop/coach/private.py" />
      <source>Something private, in public</source>
      <translation>Etwas Privates, öffentlich</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>Something serious (with a sound)</source>
      <translation>Etwas Ernstes (mit einem Ton)</translation>
    </message>
    <message>
      <location filename="desktop/model/asking.py" />
      <source>Something serious begins with the openings made for it, or a blank page.</source>
      <translation>Etwas Ernstes beginnt mit den Anfängen, die dafür gemacht sind, oder einer leeren Seite.</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>Something serious came in</source>
      <translation>Etwas Ernstes ist gekommen</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>Something to answer</source>
      <translation>Etwas zu beantworten</translation>
    </message>
    <message>
      <location filename="ui/complaints/page.py" />
      <source>Sometimes that’s the honest end. It’ll be listed here with your reason.</source>
      <translation>Manchmal ist das der ehrliche Schluss. Es steht dann hier, mit Ihrem Grund.</translation>
    </message>
    <message>
      <location filename="desktop/imports/table.py" />
      <source>Sort the table by time, the oldest first, and bring it in again.</source>
      <translation>Sortieren Sie die Tabelle nach der Zeit, das Älteste zuerst, und holen Sie sie noch einmal herein.</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Sounds canned</source>
      <translation>Klingt vorgefertigt</translation>
    </message>
    <message>
      <location filename="desktop/coach/canned.py" />
      <source>Sounds canned: {n}% like your reply to {other}</source>
      <translation>Klingt vorgefertigt: zu {n} % wie Ihre Antwort an {other}</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Sounds defensive</source>
      <translation>Klingt nach Rechtfertigung</translation>
    </message>
    <message>
      <location filename="desktop/coach/reader.py" />
      <source>Sounds like you</source>
      <translation>Klingt nach Ihnen</translation>
    </message>
    <message>
      <location filename="ui/theme/fonts.py" />
      <source>Source Serif 4</source>
      <translation>Source Serif 4</translation>
    </message>
    <message>
      <location filename="ui/theme/fonts.py" />
      <source>Source Serif Pro</source>
      <translation>Source Serif Pro</translation>
    </message>
    <message>
      <location filename="desktop/language/tongue.py" />
      <source>Spanish</source>
      <translation>Spanisch</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x.py" />
      <source>Spent at X</source>
      <translation>Ausgegeben bei X</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Staff and service</source>
      <translation>Personal und Service</translation>
    </message>
    <message>
      <location filename="ui/complaints/table.py" />
      <source>Stage</source>
      <translation>Stand</translation>
    </message>
    <message>
      <location filename="desktop/imports/heads.py" />
      <source>Stars</source>
      <translation>Sterne</translation>
    </message>
    <message>
      <location filename="ui/practice/banner.py" />
      <source>Start again</source>
      <translation>Neu beginnen</translation>
    </message>
    <message>
      <location filename="desktop/coach/canned.py" />
      <source>Start again in your own words</source>
      <translation>Neu beginnen, in eigenen Worten</translation>
    </message>
    <message>
      <location filename="desktop/coach/reader.py" />
      <source>Start anywhere. The first line can be the last one you keep.</source>
      <translation>Fangen Sie irgendwo an. Die erste Zeile kann die letzte sein, die bleibt.</translation>
    </message>
    <message>
      <location filename="ui/accounts/wizard.py" />
      <source>Start by hand while I wait</source>
      <translation>Solange von Hand beginnen</translation>
    </message>
    <message>
      <location filename="ui/composer/choices.py" />
      <source>Start from</source>
      <translation>Beginnen mit</translation>
    </message>
    <message>
      <location filename="ui/conversation/acts.py" />
      <source>Start from a blank page</source>
      <translation>Mit leerer Seite beginnen</translation>
    </message>
    <message>
      <location filename="ui/conversation/acts.py" />
      <source>Start from the first opening</source>
      <translation>Mit dem ersten Anfang beginnen</translation>
    </message>
    <message>
      <location filename="ui/conversation/acts.py" />
      <source>Start from the second opening</source>
      <translation>Mit dem zweiten Anfang beginnen</translation>
    </message>
    <message>
      <location filename="ui/conversation/parts.py" />
      <source>Start from…</source>
      <translation>Beginnen mit…</translation>
    </message>
    <message>
      <location filename="ui/practice_offer.py" />
      <source>Start practising</source>
      <translation>Üben beginnen</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Start the clock</source>
      <translation>Uhr starten</translation>
    </message>
    <message>
      <location filename="ui/app.py" />
      <source>Start the day again</source>
      <translation>Den Tag neu beginnen</translation>
    </message>
    <message>
      <location filename="ui/practice/banner.py" />
      <source>Start the pretend day again?</source>
      <translation>Den Übungstag neu beginnen?</translation>
    </message>
    <message>
      <location filename="ui/shopbook/facts.py" />
      <source>Start with the three questions you answer most. One or two sentences each.</source>
      <translation>Beginnen Sie mit den drei Fragen, die Sie am häufigsten beantworten. Je ein oder zwei Sätze.</translation>
    </message>
    <message>
      <location filename="ui/conversation/notices.py" />
      <source>Start your own</source>
      <translation>Eigenen beginnen</translation>
    </message>
    <message>
      <location filename="ui/composer/__init__.py" />
      <source>StartChoice</source>
      <translation>StartChoice</translation>
    </message>
    <message>
      <location filename="desktop/starters/__init__.py" />
      <source>Starter</source>
      <translation>Starter</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Starts in a row that ended before the window stood</source>
      <translation>Wie oft hintereinander das Öffnen misslungen ist</translation>
    </message>
    <message>
      <location filename="ui/main_window.py" />
      <source>Stay</source>
      <translation>Bleiben</translation>
    </message>
    <message>
      <location filename="ui/accounts/steps.py" />
      <source>Step {n} of {all}: {label}</source>
      <translation>Schritt {n} von {all}: {label}</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Still open</source>
      <translation>Noch offen</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>Still showing?</source>
      <translation>Noch sichtbar?</translation>
    </message>
    <message>
      <location filename="ui/composer/coach_panel.py" />
      <source>Stop</source>
      <translation>Abstellen</translation>
    </message>
    <message>
      <location filename="ui/status_bar.py" />
      <source>Stop checking</source>
      <translation>Abruf anhalten</translation>
    </message>
    <message>
      <location filename="ui/composer/coach_panel.py" />
      <source>Stop checking this for you?</source>
      <translation>Das für Sie nicht mehr prüfen?</translation>
    </message>
    <message>
      <location filename="ui/practice/banner.py" />
      <source>Stop the clock</source>
      <translation>Uhr anhalten</translation>
    </message>
    <message>
      <location filename="desktop/counter/__init__.py" />
      <source>Stopped</source>
      <translation>Stopped</translation>
    </message>
    <message>
      <location filename="ui/conversation/desk.py" />
      <source>Stopped for you. Settings turns it on again.</source>
      <translation>Für Sie aus. In den Einstellungen geht es wieder an.</translation>
    </message>
    <message>
      <location filename="ui/moving.py" />
      <source>Stopped. Nothing of it is here.</source>
      <translation>Abgebrochen. Nichts davon ist hier.</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>Stopped. Nothing of it was kept.</source>
      <translation>Abgebrochen. Nichts davon wurde behalten.</translation>
    </message>
    <message>
      <location filename="ui/long_work.py" />
      <source>Stopped. Nothing was written.</source>
      <translation>Abgebrochen. Nichts wurde geschrieben.</translation>
    </message>
    <message>
      <location filename="ui/accounts/first_look.py" />
      <source>Stopped. The next check goes on from there.</source>
      <translation>Angehalten. Der nächste Abruf macht dort weiter.</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>Stopping, and taking it out again…</source>
      <translation>Wird angehalten und wieder herausgenommen…</translation>
    </message>
    <message>
      <location filename="ui/accounts/first_look.py" />
      <source>Stopping…</source>
      <translation>Wird angehalten…</translation>
    </message>
    <message>
      <location filename="desktop/connectors/notices.py" />
      <source>Subject</source>
      <translation>Subject</translation>
    </message>
    <message>
      <location filename="ui/shopbook/editor.py" />
      <source>Suggest it</source>
      <translation>Vorschlagen</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>Suggest one</source>
      <translation>Eines vorschlagen</translation>
    </message>
    <message>
      <location filename="desktop/counter/book.py" />
      <source>Suggested a change to {title}</source>
      <translation>Änderung vorgeschlagen: {title}</translation>
    </message>
    <message>
      <location filename="desktop/counter/book.py" />
      <source>Suggested {title}</source>
      <translation>{title} vorgeschlagen</translation>
    </message>
    <message>
      <location filename="desktop/shopbook/__init__.py" />
      <source>Suggestion</source>
      <translation>Vorschlag</translation>
    </message>
    <message>
      <location filename="desktop/starters/__init__.py" />
      <source>Suggestions</source>
      <translation>Vorschläge</translation>
    </message>
    <message>
      <location filename="ui/history/outcomes.py" />
      <source>Sun</source>
      <translation>So</translation>
    </message>
    <message>
      <location filename="desktop/coach/book.py" />
      <source>Sunday</source>
      <translation>Sonntag</translation>
    </message>
    <message>
      <location filename="ui/welcome/story.py" />
      <source>Sunday 09:12</source>
      <translation>Sonntag 09:12</translation>
    </message>
    <message>
      <location filename="desktop/language/tongue.py" />
      <source>Swedish</source>
      <translation>Schwedisch</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky_session.py" />
      <source>Switch it on again at {name}. Nothing is lost.</source>
      <translation>Schalten Sie es bei {name} wieder ein. Nichts geht verloren.</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Switch person</source>
      <translation>Person wechseln</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Switch person: {name}</source>
      <translation>Person wechseln: {name}</translation>
    </message>
    <message>
      <location filename="desktop/homes.py" />
      <source>Syncthing</source>
      <translation>Syncthing</translation>
    </message>
    <message>
      <location filename="desktop/homes.py" />
      <source>Synology Drive</source>
      <translation>Synology Drive</translation>
    </message>
    <message>
      <location filename="desktop/faces.py" />
      <source>Ta</source>
      <translation>Ta</translation>
    </message>
    <message>
      <location filename="ui/composer/coach_item.py" />
      <source>Tab</source>
      <translation>Tab</translation>
    </message>
    <message>
      <location filename="ui/conversation/view.py" />
      <source>Tab next blank · Alt ↓ other wordings · Ctrl ↵ post</source>
      <translation>Tab nächste Lücke · Alt ↓ andere Formulierungen · Strg ↵ posten</translation>
    </message>
    <message>
      <location filename="desktop/imports/table.py" />
      <source>Table (CSV)</source>
      <translation>Tabelle (CSV)</translation>
    </message>
    <message>
      <location filename="desktop/imports/table.py" />
      <source>Table (JSON)</source>
      <translation>Tabelle (JSON)</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_api.py" />
      <source>Take Said &amp; Done's access away in your Google account, under Security, and sign in again.</source>
      <translation>Entziehen Sie Said &amp; Done in Ihrem Google-Konto unter „Sicherheit“ den Zugriff und melden Sie sich neu an.</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>Take a filter out, or look at another time.</source>
      <translation>Nehmen Sie einen Filter weg, oder suchen Sie in einer anderen Zeit.</translation>
    </message>
    <message>
      <location filename="ui/outbox_list.py" />
      <source>Take back</source>
      <translation>Zurücknehmen</translation>
    </message>
    <message>
      <location filename="ui/conversation/asking.py" />
      <source>Take it back</source>
      <translation>Zurücknehmen</translation>
    </message>
    <message>
      <location filename="desktop/coach/private.py" />
      <source>Take it out</source>
      <translation>Herausnehmen</translation>
    </message>
    <message>
      <location filename="ui/conversation/notices.py" />
      <source>Take it over</source>
      <translation>Übernehmen</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Take it private, say so in public</source>
      <translation>Privat klären, öffentlich sagen</translation>
    </message>
    <message>
      <location filename="ui/happening/people.py" />
      <source>Take out</source>
      <translation>Herausnehmen</translation>
    </message>
    <message>
      <location filename="desktop/coach/pauses.py" />
      <source>Take out the ask</source>
      <translation>Die Bitte herausnehmen</translation>
    </message>
    <message>
      <location filename="desktop/coach/pauses.py" />
      <source>Take out the offer</source>
      <translation>Angebot herausnehmen</translation>
    </message>
    <message>
      <location filename="ui/history/chips.py" />
      <source>Take out {filter}</source>
      <translation>{filter} herausnehmen</translation>
    </message>
    <message>
      <location filename="ui/composer/next_step.py" />
      <source>Take over from {name} first</source>
      <translation>Erst von {name} übernehmen</translation>
    </message>
    <message>
      <location filename="desktop/connectors/threads.py" />
      <source>Take some out.</source>
      <translation>Nehmen Sie einige heraus.</translation>
    </message>
    <message>
      <location filename="ui/people/pin.py" />
      <source>Take the PIN away</source>
      <translation>PIN wegnehmen</translation>
    </message>
    <message>
      <location filename="ui/people/details.py" />
      <source>Take the PIN away…</source>
      <translation>PIN wegnehmen…</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Take the idea</source>
      <translation>Die Idee annehmen</translation>
    </message>
    <message>
      <location filename="ui/lock/keypad.py" />
      <source>Take the last digit back</source>
      <translation>Letzte Ziffer zurücknehmen</translation>
    </message>
    <message>
      <location filename="desktop/keys.py" />
      <source>Take words.</source>
      <translation>Nehmen Sie Wörter.</translation>
    </message>
    <message>
      <location filename="desktop/counter/asking.py" />
      <source>Taken back</source>
      <translation>Zurückgenommen</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Taken down</source>
      <translation>Entfernt</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>Taken out again.</source>
      <translation>Wieder herausgenommen.</translation>
    </message>
    <message>
      <location filename="desktop/counter/happening.py" />
      <source>Taken out of the event</source>
      <translation>Aus dem Vorfall genommen</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Taking responsibility matters most in an apology, the offer to repair comes second.</source>
      <translation>Verantwortung zu übernehmen zählt bei einer Entschuldigung am meisten, das Angebot zur Abhilfe kommt danach.</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Tell Gus what you found.</source>
      <translation>Gus sagen, was Sie herausgefunden haben.</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Tell Gus you’re looking into it</source>
      <translation>Gus sagen, dass Sie dem nachgehen</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Tell everybody what you know</source>
      <translation>Allen sagen, was Sie wissen</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Tell everyone at once</source>
      <translation>Allen zugleich Bescheid sagen</translation>
    </message>
    <message>
      <location filename="ui/settings/news.py" />
      <source>Tell me of</source>
      <translation>Sagen Sie mir Bescheid über</translation>
    </message>
    <message>
      <location filename="ui/settings/dialog.py" />
      <source>Tell me when something new comes in</source>
      <translation>Bescheid sagen, wenn etwas Neues kommt</translation>
    </message>
    <message>
      <location filename="ui/shopbook/editor.py" />
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Text size</source>
      <translation>Schriftgröße</translation>
    </message>
    <message>
      <location filename="ui/people/known.py" />
      <source>Thanked by name</source>
      <translation>Mit Namen bedankt</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_places.py" />
      <source>That Google account has no place called “{typed}”. It has: {names}.</source>
      <translation>Dieses Google-Konto hat keinen Laden namens „{typed}“. Es hat: {names}.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_places.py" />
      <source>That Google account looks after no place. Sign in with the one that does.</source>
      <translation>Dieses Google-Konto betreut keinen Laden. Melden Sie sich mit dem an, das Ihren betreut.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_places.py" />
      <source>That Google account looks after {what} places. Write down which one you mean: {names}.</source>
      <translation>Dieses Google-Konto betreut {what} Läden. Geben Sie an, welchen Sie meinen: {names}.</translation>
    </message>
    <message>
      <location filename="desktop/imports/mastodon.py" />
      <source>That Mastodon archive doesn’t say whose it is.</source>
      <translation>In diesem Mastodon-Archiv steht nicht, wem es gehört.</translation>
    </message>
    <message>
      <location filename="desktop/imports/x.py" />
      <source>That X archive doesn’t say whose it is.</source>
      <translation>In diesem X-Archiv steht nicht, wem es gehört.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/graph.py" />
      <source>That access token doesn’t work at {place}.</source>
      <translation>Dieses Zugriffstoken gilt bei {place} nicht.</translation>
    </message>
    <message>
      <location filename="desktop/connecting.py" />
      <source>That account isn't connected any more.</source>
      <translation>Dieses Konto ist nicht mehr verbunden.</translation>
    </message>
    <message>
      <location filename="desktop/deliver.py" />
      <source>That account isn't connected any more. Your reply is kept here.</source>
      <translation>Dieses Konto ist nicht mehr verbunden. Ihre Antwort ist hier aufgehoben.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/webpage.py" />
      <source>That address holds no page that can be read.</source>
      <translation>Unter dieser Adresse ist keine Seite, die sich lesen lässt.</translation>
    </message>
    <message>
      <location filename="desktop/imports/files.py" />
      <source>That archive has a password.</source>
      <translation>Dieses Archiv hat ein Passwort.</translation>
    </message>
    <message>
      <location filename="desktop/imports/files.py" />
      <source>That archive has files with holes in them. No place makes such an export, so we don’t open it.</source>
      <translation>In diesem Archiv sind Dateien mit Lücken. Kein Netzwerk macht solche Exporte, deshalb öffnen wir es nicht.</translation>
    </message>
    <message>
      <location filename="desktop/imports/files.py" />
      <source>That archive names files outside itself. No place makes such an export, so we don’t open it.</source>
      <translation>Dieses Archiv verweist auf Dateien außerhalb von sich selbst. So einen Export macht kein Ort, darum öffnen wir es nicht.</translation>
    </message>
    <message>
      <location filename="desktop/imports/files.py" />
      <source>That archive would become far bigger than it says. No place makes such an export, so we don’t open it.</source>
      <translation>Dieses Archiv würde viel größer, als es angibt. So einen Export macht kein Ort, darum öffnen wir es nicht.</translation>
    </message>
    <message>
      <location filename="desktop/bringing_in.py" />
      <source>That can’t be undone any more.</source>
      <translation>Das lässt sich nicht mehr rückgängig machen.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/youtube.py" />
      <source>That comment isn't public any more, so it can't be answered.</source>
      <translation>Dieser Kommentar ist nicht mehr öffentlich, darum kann man nicht antworten.</translation>
    </message>
    <message>
      <location filename="ui/typed.py" />
      <source>That day is over.</source>
      <translation>Dieser Tag ist vorbei.</translation>
    </message>
    <message>
      <location filename="desktop/counter/adding.py" />
      <source>That day is still to come.</source>
      <translation>Dieser Tag kommt erst noch.</translation>
    </message>
    <message>
      <location filename="ui/ending/shows_tab.py" />
      <source>That doesn’t look like a link</source>
      <translation>Das sieht nicht wie ein Link aus</translation>
    </message>
    <message>
      <location filename="ui/complaints/details.py" />
      <source>That doesn’t mean it’s gone. We’ll look again tomorrow.</source>
      <translation>Das heißt nicht, dass es weg ist. Wir sehen morgen noch einmal nach.</translation>
    </message>
    <message>
      <location filename="desktop/coach/book.py" />
      <source>That fact is %n month old</source>
      <translation>Diese Angabe ist %n Monat alt</translation>
    </message>
    <message numerus="yes">
      <location filename="desktop/coach/book.py" />
      <source>That fact is %n months old</source>
      <translation>
        <numerusform>Diese Angabe ist %n Monat alt</numerusform>
        <numerusform>Diese Angabe ist %n Monate alt</numerusform>
      </translation>
    </message>
    <message>
      <location filename="desktop/counter/book.py" />
      <source>That fact isn't in the Shop book any more.</source>
      <translation>Diese Angabe steht nicht mehr im Ladenbuch.</translation>
    </message>
    <message>
      <location filename="desktop/imports/files.py" />
      <source>That file can’t be read: {what}.</source>
      <translation>Diese Datei ist nicht lesbar: {what}.</translation>
    </message>
    <message>
      <location filename="desktop/imports/rows.py" />
      <source>That file doesn’t look like an export we know, or like a table.</source>
      <translation>Diese Datei sieht weder wie ein Export aus, den wir kennen, noch wie eine Tabelle.</translation>
    </message>
    <message>
      <location filename="desktop/imports/opening.py" />
      <source>That file doesn’t look like an export we know.</source>
      <translation>Diese Datei sieht nicht wie ein Export aus, den wir kennen.</translation>
    </message>
    <message>
      <location filename="desktop/imports/files.py" />
      <source>That file is damaged, or not all of it is here.</source>
      <translation>Diese Datei ist beschädigt, oder sie ist nicht ganz da.</translation>
    </message>
    <message>
      <location filename="desktop/sealing.py" />
      <source>That file isn't a Said &amp; Done shop.</source>
      <translation>Diese Datei ist kein Laden von Said &amp; Done.</translation>
    </message>
    <message>
      <location filename="desktop/imports/car.py" />
      <source>That file isn’t a Bluesky repository (CAR).</source>
      <translation>Diese Datei ist kein Bluesky-Repository (CAR).</translation>
    </message>
    <message>
      <location filename="desktop/imports/rows.py" />
      <source>That file isn’t written as its first bytes say.</source>
      <translation>Diese Datei ist nicht so geschrieben, wie ihre ersten Bytes sagen.</translation>
    </message>
    <message>
      <location filename="desktop/imports/jsons.py" />
      <source>That file isn’t written as its kind always is (UTF-8).</source>
      <translation>Diese Datei ist nicht so geschrieben, wie es bei dieser Art immer ist (UTF-8).</translation>
    </message>
    <message>
      <location filename="desktop/counter/adding.py" />
      <source>That goes on with somebody else’s words. Look at the name and the place, or take the tick away.</source>
      <translation>Das geht mit den Worten von jemand anderem weiter. Sehen Sie Namen und Ort an, oder nehmen Sie das Häkchen weg.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky_session.py" />
      <source>That handle and that app password don't go together.</source>
      <translation>Dieses Handle und dieses App-Passwort gehören nicht zusammen.</translation>
    </message>
    <message>
      <location filename="ui/accounts/how_far.py" />
      <source>That is here already, and stays.</source>
      <translation>Das ist schon hier und bleibt.</translation>
    </message>
    <message>
      <location filename="desktop/keys.py" />
      <source>That is nearly one letter over and over.</source>
      <translation>Das ist fast immer derselbe Buchstabe.</translation>
    </message>
    <message>
      <location filename="desktop/forgetting/erasing.py" />
      <source>That is over already.</source>
      <translation>Das ist schon vorbei.</translation>
    </message>
    <message>
      <location filename="desktop/imports/meta.py" />
      <source>That is the HTML version of the export, made to look at. Ask for it again with the format JSON: that one can be brought in whole.</source>
      <translation>Das ist die HTML-Fassung des Exports, zum Ansehen gemacht. Fordern Sie ihn noch einmal im Format JSON an: Der lässt sich ganz hereinholen.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky_session.py" />
      <source>That is the account's real password: it would want a code from an e-mail every time.</source>
      <translation>Das ist das richtige Passwort des Kontos: Es würde jedes Mal einen Code aus einer E-Mail verlangen.</translation>
    </message>
    <message>
      <location filename="desktop/vault.py" />
      <source>That is too long for a password store: {size} characters, and {most_characters} fit.</source>
      <translation>Das ist zu lang für einen Passwortspeicher: {size} Zeichen, und {most_characters} passen hinein.</translation>
    </message>
    <message>
      <location filename="desktop/counter/noting.py" />
      <source>That is too long for the timeline: {longest} letters at most.</source>
      <translation>Das ist zu lang für die Zeitleiste: höchstens {longest} Zeichen.</translation>
    </message>
    <message>
      <location filename="ui/typed.py" />
      <source>That is {n} days. Is the last day after the first?</source>
      <translation>Das sind {n} Tage. Liegt der letzte Tag nach dem ersten?</translation>
    </message>
    <message>
      <location filename="desktop/counter/answering.py" />
      <source>That is {over} {noun} too long for {what}.</source>
      <translation>Das ist {over} {noun} zu lang für {what}.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_sign_in.py" />
      <source>That isn't a Client ID.</source>
      <translation>Das ist keine Client-ID.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky_session.py" />
      <source>That isn't a place on the web.</source>
      <translation>Das ist kein Ort im Web.</translation>
    </message>
    <message>
      <location filename="desktop/counter/endings.py" />
      <source>That isn't a public complaint.</source>
      <translation>Das ist keine öffentliche Beschwerde.</translation>
    </message>
    <message>
      <location filename="desktop/counter/hours.py" />
      <source>That isn't a time.</source>
      <translation>Das ist keine Uhrzeit.</translation>
    </message>
    <message>
      <location filename="desktop/web.py" />
      <source>That isn't a web address.</source>
      <translation>Das ist keine Webadresse.</translation>
    </message>
    <message>
      <location filename="desktop/model/place.py" />
      <source>That isn't an address we can ask. One on this computer looks like http://localhost:11434/v1</source>
      <translation>Das ist keine Adresse, die wir fragen können. Auf diesem Computer sieht sie aus wie http://localhost:11434/v1</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky_session.py" />
      <source>That isn't an address.</source>
      <translation>Das ist keine Adresse.</translation>
    </message>
    <message>
      <location filename="desktop/connecting.py" />
      <source>That isn't an amount of money.</source>
      <translation>Das ist kein Geldbetrag.</translation>
    </message>
    <message>
      <location filename="desktop/counter/endings.py" />
      <source>That isn't the address of a page.</source>
      <translation>Das ist nicht die Adresse einer Seite.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky.py" />
      <source>That isn't there any more.</source>
      <translation>Das ist nicht mehr da.</translation>
    </message>
    <message>
      <location filename="desktop/moving.py" />
      <source>That isn’t a file that a shop was moved with.</source>
      <translation>Das ist keine Datei für den Umzug eines Ladens.</translation>
    </message>
    <message>
      <location filename="desktop/moving.py" />
      <source>That isn’t a folder.</source>
      <translation>Das ist kein Ordner.</translation>
    </message>
    <message>
      <location filename="ui/open_protected.py" />
      <source>That isn’t a password of the shop it is from. Capitals matter.</source>
      <translation>Das ist kein Passwort des Ladens, aus dem sie kommt. Groß- und Kleinschreibung zählt.</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>That isn’t a password of this shop, nor its code.</source>
      <translation>Das ist weder ein Passwort dieses Ladens noch sein Code.</translation>
    </message>
    <message>
      <location filename="ui/unlock.py" />
      <source>That isn’t a password of this shop. Capitals matter.</source>
      <translation>Das ist kein Passwort dieses Ladens. Groß- und Kleinschreibung zählt.</translation>
    </message>
    <message>
      <location filename="ui/unlock.py" />
      <source>That isn’t a password of this shop. You can try again in {seconds} seconds.</source>
      <translation>Das ist kein Passwort dieses Ladens. Sie können es in {seconds} Sekunden wieder versuchen.</translation>
    </message>
    <message>
      <location filename="desktop/pictures.py" />
      <source>That isn’t a picture we can keep.</source>
      <translation>Das ist kein Bild, das wir behalten können.</translation>
    </message>
    <message>
      <location filename="ui/by_hand/picture.py" />
      <source>That isn’t a picture we can read. Try a PNG or a JPEG.</source>
      <translation>Das ist kein Bild, das wir lesen können. Versuchen Sie ein PNG oder JPEG.</translation>
    </message>
    <message>
      <location filename="desktop/sealed.py" />
      <source>That isn’t a protected file of Said &amp; Done.</source>
      <translation>Das ist keine geschützte Datei von Said &amp; Done.</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>That isn’t a public complaint.</source>
      <translation>Das ist keine öffentliche Beschwerde.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/feed.py" />
      <source>That isn’t the address of a feed. It begins with https://.</source>
      <translation>Das ist nicht die Adresse eines Feeds. Sie beginnt mit https://.</translation>
    </message>
    <message>
      <location filename="desktop/counter/copying.py" />
      <source>That isn’t the address of a page.</source>
      <translation>Das ist nicht die Adresse einer Seite.</translation>
    </message>
    <message>
      <location filename="ui/conversation/popups.py" />
      <source>That isn’t the address of a page. Leave it empty if you have none.</source>
      <translation>Das ist nicht die Adresse einer Seite. Lassen Sie es leer, wenn Sie keine haben.</translation>
    </message>
    <message>
      <location filename="ui/lock/page.py" />
      <source>That isn’t the sentence. {rest}</source>
      <translation>Das ist nicht der Satz. {rest}</translation>
    </message>
    <message>
      <location filename="ui/widgets/pin_boxes.py" />
      <source>That isn’t {name}’s PIN.</source>
      <translation>Das ist nicht die PIN von {name}.</translation>
    </message>
    <message>
      <location filename="desktop/counter/acts.py" />
      <source>That move needs one more thing first.</source>
      <translation>Dieser Schritt braucht zuerst noch etwas.</translation>
    </message>
    <message>
      <location filename="desktop/counter/noting.py" />
      <source>That note isn't there any more.</source>
      <translation>Diese Notiz ist nicht mehr da.</translation>
    </message>
    <message>
      <location filename="desktop/pictures.py" />
      <source>That picture is too large to keep.</source>
      <translation>Dieses Bild ist zu groß zum Behalten.</translation>
    </message>
    <message>
      <location filename="desktop/counter/endings.py" />
      <source>That post is in another conversation. Paste its link instead.</source>
      <translation>Dieser Beitrag ist in einem anderen Gespräch. Fügen Sie stattdessen seinen Link ein.</translation>
    </message>
    <message>
      <location filename="desktop/counter/endings.py" />
      <source>That post isn’t there any more.</source>
      <translation>Dieser Beitrag ist nicht mehr da.</translation>
    </message>
    <message>
      <location filename="desktop/counter/copying.py" />
      <source>That reply can still be posted, or was.</source>
      <translation>Diese Antwort kann noch gepostet werden oder wurde es schon.</translation>
    </message>
    <message>
      <location filename="desktop/counter/answering.py" />
      <source>That reply has already left.</source>
      <translation>Diese Antwort ist schon abgeschickt.</translation>
    </message>
    <message>
      <location filename="desktop/counter/copying.py" />
      <source>That reply isn’t waiting for a right to post.</source>
      <translation>Diese Antwort wartet nicht auf ein Recht zu posten.</translation>
    </message>
    <message>
      <location filename="desktop/counter/copying.py" />
      <source>That reply isn’t waiting to be pasted.</source>
      <translation>Diese Antwort wartet nicht darauf, eingefügt zu werden.</translation>
    </message>
    <message>
      <location filename="desktop/imports/car.py" />
      <source>That repository breaks off before it says whose it is.</source>
      <translation>Dieses Repository bricht ab, bevor darin steht, wem es gehört.</translation>
    </message>
    <message>
      <location filename="desktop/imports/car.py" />
      <source>That repository can’t be read: a block in it has no name.</source>
      <translation>Dieses Repository lässt sich nicht lesen: Ein Block darin hat keinen Namen.</translation>
    </message>
    <message>
      <location filename="desktop/imports/car.py" />
      <source>That repository can’t be read: a length in it is none.</source>
      <translation>Dieses Repository lässt sich nicht lesen: Eine Längenangabe darin stimmt nicht.</translation>
    </message>
    <message>
      <location filename="desktop/imports/bluesky.py" />
      <source>That repository doesn’t say whose it is.</source>
      <translation>In diesem Repository steht nicht, wem es gehört.</translation>
    </message>
    <message>
      <location filename="desktop/imports/car.py" />
      <source>That repository holds a block far bigger than there are.</source>
      <translation>Dieses Repository enthält einen viel zu großen Block.</translation>
    </message>
    <message>
      <location filename="ui/shopbook/day_row.py" />
      <source>That runs into {time}.</source>
      <translation>Das überschneidet sich mit {time}.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/mastodon_sign_in.py" />
      <source>That sign-in key doesn't work at {domain}.</source>
      <translation>Dieser Anmeldeschlüssel gilt bei {domain} nicht.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/facebook_sign_in.py" />
      <source>That sign-in looks after no page called “{what}”. It looks after: {names}.</source>
      <translation>Diese Anmeldung betreut keine Seite namens „{what}“. Sie betreut: {names}.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/facebook_sign_in.py" />
      <source>That sign-in looks after no page. Choose the page when you make the token at Facebook.</source>
      <translation>Diese Anmeldung betreut keine Seite. Wählen Sie die Seite, wenn Sie das Token bei Facebook erstellen.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/facebook_sign_in.py" />
      <source>That sign-in looks after several pages: {names}. Say which one.</source>
      <translation>Diese Anmeldung betreut mehrere Seiten: {names}. Sagen Sie, welche.</translation>
    </message>
    <message>
      <location filename="desktop/counter/book.py" />
      <source>That suggestion doesn't wait any more.</source>
      <translation>Dieser Vorschlag wartet nicht mehr.</translation>
    </message>
    <message>
      <location filename="desktop/imports/rows.py" />
      <source>That table has too many columns.</source>
      <translation>Diese Tabelle hat zu viele Spalten.</translation>
    </message>
    <message>
      <location filename="desktop/counter/happening.py" />
      <source>That time has passed. Choose one still to come.</source>
      <translation>Diese Zeit ist vorbei. Wählen Sie eine, die noch kommt.</translation>
    </message>
    <message>
      <location filename="desktop/counter/promising.py" />
      <source>That time is over already.</source>
      <translation>Diese Zeit ist schon vorbei.</translation>
    </message>
    <message>
      <location filename="desktop/counter/acts.py" />
      <source>That was forgotten here, so nothing more can be done with it.</source>
      <translation>Das wurde hier vergessen, deshalb lässt sich damit nichts mehr machen.</translation>
    </message>
    <message>
      <location filename="desktop/counter/wordings.py" />
      <source>That wording isn't kept any more.</source>
      <translation>Diese Formulierung ist nicht mehr da.</translation>
    </message>
    <message>
      <location filename="desktop/coach/holds.py" />
      <source>That's past what you may promise alone</source>
      <translation>Das ist mehr, als Sie allein zusagen dürfen</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_sign_in.py" />
      <source>That's too much to look for.</source>
      <translation>Das ist zu viel zum Suchen.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/feed_posts.py" />
      <source>That’s a page at {host}, not a feed.</source>
      <translation>Das ist eine Seite bei {host}, kein Feed.</translation>
    </message>
    <message>
      <location filename="ui/conversation/popups.py" />
      <source>That’s all of it</source>
      <translation>Das ist alles</translation>
    </message>
    <message>
      <location filename="desktop/counter/adding.py" />
      <source>That’s longer than {most_words} characters. Leave some of it out.</source>
      <translation>Das sind mehr als {most_words} Zeichen. Lassen Sie etwas weg.</translation>
    </message>
    <message>
      <location filename="ui/conversation/guess_line.py" />
      <source>That’s right</source>
      <translation>Stimmt</translation>
    </message>
    <message>
      <location filename="desktop/connectors/youtube.py" />
      <source>The Google account you signed in with has no YouTube channel.</source>
      <translation>Das Google-Konto, mit dem Sie angemeldet sind, hat keinen YouTube-Kanal.</translation>
    </message>
    <message>
      <location filename="ui/forget_dialog.py" />
      <source>The Shop book names them in {n}. That stays, for you to change.</source>
      <translation>Im Ladenbuch steht der Name in {n}. Das bleibt stehen, bis Sie es ändern.</translation>
    </message>
    <message>
      <location filename="desktop/coach/book.py" />
      <source>The Shop book says {value}</source>
      <translation>Im Ladenbuch steht: {value}</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky_session.py" />
      <source>The account {handle} has no server that we could ask. Check the spelling.</source>
      <translation>Das Konto {handle} hat keinen Server, den wir fragen könnten. Prüfen Sie die Schreibweise.</translation>
    </message>
    <message>
      <location filename="desktop/model/place.py" />
      <source>The address has more in it than a place. A key goes into its own field.</source>
      <translation>In der Adresse steht mehr als ein Ort. Ein Schlüssel gehört in sein eigenes Feld.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/feed.py" />
      <source>The address of a feed. Google Alerts makes one for nothing.</source>
      <translation>Die Adresse eines Feeds. Google Alerts erstellt eine kostenlos.</translation>
    </message>
    <message>
      <location filename="desktop/imports/table.py" />
      <source>The answer’s time can’t be read, so it counts as given with their words.</source>
      <translation>Die Zeit der Antwort ist nicht lesbar, darum gilt die des Beitrags.</translation>
    </message>
    <message>
      <location filename="ui/accounts/ways.py" />
      <source>The app never shows it.</source>
      <translation>Die App zeigt ihn nie.</translation>
    </message>
    <message>
      <location filename="ui/conversation/view.py" />
      <source>The arrows move, Enter opens.</source>
      <translation>Die Pfeiltasten gehen auf und ab, Enter öffnet.</translation>
    </message>
    <message>
      <location filename="ui/welcome/story.py" />
      <source>The cable clamp wasn’t tightened after the road test. That was me. Both brakes are redone and a second person now checks every one before it leaves. Sam</source>
      <translation>Die Klemme am Zug war nach der Probefahrt nicht angezogen. Das war ich. Beide Bremsen sind neu gemacht, und ab jetzt prüft jedes Rad noch jemand Zweites, bevor es hinausgeht. Sam</translation>
    </message>
    <message>
      <location filename="desktop/model/asking.py" />
      <source>The cake we ordered for Saturday wasn't ready when we came, and nobody could say why.</source>
      <translation>The cake we ordered for Saturday wasn't ready when we came, and nobody could say why.</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>The coach</source>
      <translation>Der Coach</translation>
    </message>
    <message>
      <location filename="desktop/coach/reader.py" />
      <source>The coach is off for you</source>
      <translation>Der Coach ist für Sie aus</translation>
    </message>
    <message>
      <location filename="ui/conversation/desk.py" />
      <source>The coach is on again</source>
      <translation>Der Coach ist wieder an</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>The code you wrote down before opens nothing here any more.</source>
      <translation>Der Code, den Sie früher aufgeschrieben haben, öffnet hier nichts mehr.</translation>
    </message>
    <message>
      <location filename="desktop/vault.py" />
      <source>The computer's password store is locked, so we can't use your sign-ins.</source>
      <translation>Der Passwortspeicher des Computers ist gesperrt, darum können wir Ihre Anmeldungen nicht nutzen.</translation>
    </message>
    <message>
      <location filename="desktop/exchange.py" />
      <source>The connection to {host} isn't safe, so we didn't use it.</source>
      <translation>Die Verbindung zu {host} ist nicht sicher, darum haben wir sie nicht benutzt.</translation>
    </message>
    <message>
      <location filename="desktop/mailbox.py" />
      <source>The connection to {host} isn’t safe, so we didn’t use it.</source>
      <translation>Die Verbindung zu {host} ist nicht sicher, darum haben wir sie nicht benutzt.</translation>
    </message>
    <message>
      <location filename="desktop/deliver.py" />
      <source>The conversation this answers can't be found.</source>
      <translation>Das Gespräch zu dieser Antwort ist nicht zu finden.</translation>
    </message>
    <message>
      <location filename="ui/app.py" />
      <source>The copy is in use now.</source>
      <translation>Die Kopie ist jetzt in Gebrauch.</translation>
    </message>
    <message>
      <location filename="desktop/sealing.py" />
      <source>The copy isn't the same.</source>
      <translation>Die Kopie stimmt nicht überein.</translation>
    </message>
    <message>
      <location filename="desktop/pictures.py" />
      <source>The copy of the shop is there, but its pictures couldn’t be copied.</source>
      <translation>Die Kopie des Ladens ist da, aber seine Bilder ließen sich nicht kopieren.</translation>
    </message>
    <message>
      <location filename="desktop/pictures.py" />
      <source>The copy of the shop is there, without its pictures: there’s no room left on that disk for them.</source>
      <translation>Die Kopie des Ladens ist da, ohne seine Bilder: Auf dem Datenträger ist kein Platz mehr für sie.</translation>
    </message>
    <message>
      <location filename="ui/settings/copies.py" />
      <source>The damaged file is kept beside it in the shop folder; its name begins with {name}.</source>
      <translation>Die beschädigte Datei bleibt daneben im Ladenordner; ihr Name beginnt mit {name}.</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>The damaged file is kept: {kept}</source>
      <translation>Die beschädigte Datei ist aufgehoben: {kept}</translation>
    </message>
    <message>
      <location filename="ui/ending/facts.py" />
      <source>The ending already shows</source>
      <translation>Der Ausgang ist schon sichtbar</translation>
    </message>
    <message>
      <location filename="ui/ending/facts.py" />
      <source>The ending already shows.</source>
      <translation>Der Ausgang ist schon sichtbar.</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>The ending isn’t on the page any more</source>
      <translation>Der Ausgang steht nicht mehr auf der Seite</translation>
    </message>
    <message>
      <location filename="ui/conversation/ending_panel.py" />
      <source>The ending isn’t on the page any more. The post looks like a complaint again.</source>
      <translation>Der Ausgang ist nicht mehr auf der Seite. Der Beitrag sieht wieder wie eine Beschwerde aus.</translation>
    </message>
    <message>
      <location filename="ui/ending/picture.py" />
      <source>The ending shows.</source>
      <translation>Der Ausgang ist sichtbar.</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>The ending shows. Everyone who reads this from now on reads that too.</source>
      <translation>Der Ausgang ist zu sehen. Alle, die das von jetzt an lesen, lesen auch ihn.</translation>
    </message>
    <message>
      <location filename="desktop/counter/endings.py" />
      <source>The ending still shows</source>
      <translation>Der Ausgang ist noch sichtbar</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>The ending was seen on the page</source>
      <translation>Der Ausgang wurde auf der Seite gesehen</translation>
    </message>
    <message>
      <location filename="ui/ending/picture.py" />
      <source>The ending wasn’t there when we looked.</source>
      <translation>Der Ausgang war nicht da, als wir nachsahen.</translation>
    </message>
    <message>
      <location filename="desktop/export.py" />
      <source>The export couldn’t be written to that folder.</source>
      <translation>Der Export ließ sich nicht in diesen Ordner schreiben.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/feed_posts.py" />
      <source>The feed at {host} is far larger than a feed should be.</source>
      <translation>Der Feed bei {host} ist viel größer, als ein Feed sein sollte.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/feed_posts.py" />
      <source>The feed at {host} isn’t one we open: it’s no plain feed.</source>
      <translation>Den Feed bei {host} öffnen wir nicht: Er ist kein einfacher Feed.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/feed.py" />
      <source>The feed's address. At google.com/alerts: Show options, Deliver to: RSS feed, Create alert; then copy the link behind the feed's sign.</source>
      <translation>Die Adresse des Feeds. Bei google.com/alerts: „Optionen anzeigen“, „Senden an: RSS-Feed“, „Alert erstellen“; dann den Link hinter dem Feed-Zeichen kopieren.</translation>
    </message>
    <message>
      <location filename="desktop/imports/mastodon.py" />
      <source>The file can’t be read from here on.</source>
      <translation>Ab hier ist die Datei nicht lesbar.</translation>
    </message>
    <message>
      <location filename="ui/settings/copies.py" />
      <source>The file in use now is kept beside it in the shop folder; its name begins with {name}.</source>
      <translation>Die jetzige Datei bleibt daneben im Ladenordner; ihr Name beginnt mit {name}.</translation>
    </message>
    <message>
      <location filename="ui/where_it_is.py" />
      <source>The file is here:</source>
      <translation>Die Datei ist hier:</translation>
    </message>
    <message>
      <location filename="ui/moving.py" />
      <source>The file is under the shop’s password, and is opened with it there.</source>
      <translation>Die Datei ist mit dem Passwort des Ladens geschützt und wird dort damit geöffnet.</translation>
    </message>
    <message>
      <location filename="ui/everything.py" />
      <source>The file is under the shop’s password: File, Open a protected file… makes it readable.</source>
      <translation>Die Datei ist mit dem Passwort des Ladens geschützt: Datei, Geschützte Datei öffnen… macht sie lesbar.</translation>
    </message>
    <message>
      <location filename="ui/app.py" />
      <source>The file it replaced is kept beside it: {name}.</source>
      <translation>Die ersetzte Datei ist daneben aufgehoben: {name}.</translation>
    </message>
    <message>
      <location filename="desktop/keys.py" />
      <source>The file with the keys of this shop is {how}.</source>
      <translation>Die Datei mit den Schlüsseln dieses Ladens: {how}.</translation>
    </message>
    <message>
      <location filename="desktop/pictures.py" />
      <source>The file {name} can’t be read: it is damaged.</source>
      <translation>Die Datei {name} kann nicht gelesen werden: Sie ist beschädigt.</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/columns.py" />
      <source>The first line says what the columns hold</source>
      <translation>Die erste Zeile sagt, was in den Spalten steht</translation>
    </message>
    <message>
      <location filename="ui/where_it_is.py" />
      <source>The folder is here:</source>
      <translation>Der Ordner ist hier:</translation>
    </message>
    <message>
      <location filename="desktop/imports/table.py" />
      <source>The help desk itself said that, nobody wrote it.</source>
      <translation>Das sagt der Helpdesk selbst, niemand hat es geschrieben.</translation>
    </message>
    <message>
      <location filename="ui/shopbook/hours.py" />
      <source>The inbox says: </source>
      <translation>Im Eingang steht: </translation>
    </message>
    <message>
      <location filename="ui/model/page.py" />
      <source>The key is kept in this computer’s own password store, for this address alone.</source>
      <translation>Der Schlüssel liegt im Passwortspeicher dieses Computers, nur für diese Adresse.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/youtube.py" />
      <source>The last 1,000 comments</source>
      <translation>Die letzten 1.000 Kommentare</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google.py" />
      <source>The last 10,000</source>
      <translation>Die letzten 10.000</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky.py" />
      <source>The last 2,000 mentions</source>
      <translation>Die letzten 2.000 Erwähnungen</translation>
    </message>
    <message>
      <location filename="ui/happening/closing.py" />
      <source>The last words are out.</source>
      <translation>Das letzte Wort ist draußen.</translation>
    </message>
    <message>
      <location filename="ui/happening/statement.py" />
      <source>The last words: how it ended, and where to turn with what isn’t put right.</source>
      <translation>Das letzte Wort: wie es ausging, und wohin man sich wendet mit dem, was nicht in Ordnung ist.</translation>
    </message>
    <message>
      <location filename="ui/settings/learning.py" />
      <source>The last wrong guesses</source>
      <translation>Die letzten falschen Vermutungen</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x.py" />
      <source>The last {first} mentions</source>
      <translation>Die letzten {first} Erwähnungen</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>The latest moment of this shop when somebody last read that the clock is wrong</source>
      <translation>Der jüngste Zeitpunkt dieses Ladens, als zuletzt jemand las, dass die Uhr falsch geht</translation>
    </message>
    <message>
      <location filename="ui/accounts/page.py" />
      <source>The limit is ${amount} a month.</source>
      <translation>Die Grenze liegt bei ${amount} im Monat.</translation>
    </message>
    <message>
      <location filename="ui/inbox/page.py" />
      <source>The line with the eye tells you what a stranger sees.</source>
      <translation>Die Zeile mit dem Auge sagt Ihnen, was Fremde sehen.</translation>
    </message>
    <message>
      <location filename="ui/conversation/popups.py" />
      <source>The link to it, if you have one</source>
      <translation>Der Link dazu, wenn Sie einen haben</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_sign_in.py" />
      <source>The long one, without spaces</source>
      <translation>Die lange, ohne Leerzeichen</translation>
    </message>
    <message>
      <location filename="desktop/imports/table.py" />
      <source>The messages of that table aren’t in the order of their times, and there are too many to sort.</source>
      <translation>Die Nachrichten dieser Tabelle stehen nicht in der Reihenfolge ihrer Zeiten, und zum Sortieren sind es zu viele.</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>The more a reply fits the one complaint, the more satisfied people are.</source>
      <translation>Je besser eine Antwort zur einzelnen Beschwerde passt, desto zufriedener sind die Menschen.</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>The new recovery code is the one now</source>
      <translation>Jetzt gilt der neue Wiederherstellungscode</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>The newest {many}</source>
      <translation>Die neuesten {many}</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>The next check asks every place for what it still has.</source>
      <translation>Beim nächsten Abruf wird jeder Ort gefragt, was er noch hat.</translation>
    </message>
    <message>
      <location filename="ui/conversation/notices.py" />
      <source>The notice doesn’t hold all of it.</source>
      <translation>Die Mitteilung enthält nicht alles.</translation>
    </message>
    <message>
      <location filename="ui/conversation/notices.py" />
      <source>The notice from {place} doesn’t hold all of it.</source>
      <translation>Die Mitteilung von {place} enthält nicht alles.</translation>
    </message>
    <message>
      <location filename="ui/composer/context.py" />
      <source>The one specific thing they named</source>
      <translation>Die eine konkrete Sache, die genannt wurde</translation>
    </message>
    <message>
      <location filename="desktop/connectors/by_hand.py" />
      <source>The ones you add</source>
      <translation>Was Sie hinzufügen</translation>
    </message>
    <message>
      <location filename="ui/settings/wordings.py" />
      <source>The owner</source>
      <translation>Der Inhaber</translation>
    </message>
    <message>
      <location filename="desktop/counter/leaving.py" />
      <source>The owner can't be removed.</source>
      <translation>Der Inhaber lässt sich nicht entfernen.</translation>
    </message>
    <message>
      <location filename="desktop/counter/locking.py" />
      <source>The owner has no PIN.</source>
      <translation>Der Inhaber hat keine PIN.</translation>
    </message>
    <message>
      <location filename="desktop/counter/endings.py" />
      <source>The page is there</source>
      <translation>Die Seite ist da</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>The password is another one now</source>
      <translation>Das Passwort ist jetzt ein anderes</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>The password is asked for at each start now</source>
      <translation>Das Passwort wird jetzt bei jedem Start verlangt</translation>
    </message>
    <message>
      <location filename="desktop/pictures.py" />
      <source>The picture couldn’t be kept.</source>
      <translation>Das Bild ließ sich nicht aufheben.</translation>
    </message>
    <message>
      <location filename="desktop/pictures.py" />
      <source>The picture couldn’t be taken away.</source>
      <translation>Das Bild ließ sich nicht wegnehmen.</translation>
    </message>
    <message>
      <location filename="ui/by_hand/picture.py" />
      <source>The picture of it</source>
      <translation>Das Bild davon</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>The place looked at your answer and won’t show it</source>
      <translation>Der Ort hat Ihre Antwort geprüft und zeigt sie nicht</translation>
    </message>
    <message>
      <location filename="desktop/connectors/answers.py" />
      <source>The place's answer isn't one we understand.</source>
      <translation>Die Antwort des Ortes verstehen wir nicht.</translation>
    </message>
    <message>
      <location filename="ui/accounts/details.py" />
      <source>The places here are pretend. There’s nothing to connect, and nothing you post leaves this computer.</source>
      <translation>Die Orte hier sind nur gespielt. Es gibt nichts zu verbinden, und was Sie posten, verlässt diesen Computer nicht.</translation>
    </message>
    <message>
      <location filename="ui/practice/public_desk.py" />
      <source>The pretend public</source>
      <translation>Das erfundene Publikum</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>The pretend shop</source>
      <translation>Der Übungsladen</translation>
    </message>
    <message>
      <location filename="ui/settings/learning.py" />
      <source>The pretend shop learns nothing: its days are the same for everybody.</source>
      <translation>Der Übungsladen lernt nichts: Seine Tage sind für alle gleich.</translation>
    </message>
    <message>
      <location filename="ui/settings/protection.py" />
      <source>The pretend shop needs no protection: nothing in it is real.</source>
      <translation>Der Übungsladen braucht keinen Schutz: Nichts darin ist echt.</translation>
    </message>
    <message>
      <location filename="ui/conversation/acts.py" />
      <source>The promise is kept</source>
      <translation>Die Zusage ist gehalten</translation>
    </message>
    <message>
      <location filename="ui/complaints/details.py" />
      <source>The proof from {date} isn’t on the page any more.</source>
      <translation>Der Nachweis vom {date} ist nicht mehr auf der Seite.</translation>
    </message>
    <message>
      <location filename="ui/shopbook/overview.py" />
      <source>The rest of the Shop book</source>
      <translation>Der Rest des Ladenbuchs</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>The rooms</source>
      <translation>Die Räume</translation>
    </message>
    <message>
      <location filename="ui/forget_dialog.py" />
      <source>The same messages don’t come in again. What {name} writes from now on does.</source>
      <translation>Dieselben Nachrichten kommen nicht wieder herein. Was {name} von jetzt an schreibt, schon.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>The same words are guessed so from now on.</source>
      <translation>Dieselben Worte werden von jetzt an so vermutet.</translation>
    </message>
    <message>
      <location filename="ui/lock/way_back.py" />
      <source>The sentence you wrote down</source>
      <translation>Der Satz, den Sie aufgeschrieben haben</translation>
    </message>
    <message>
      <location filename="ui/settings/carry.py" />
      <source>The shop as it is, in a file that Said &amp; Done opens on another computer.</source>
      <translation>Der Laden, wie er ist, in einer Datei, die Said &amp; Done auf einem anderen Computer öffnet.</translation>
    </message>
    <message>
      <location filename="desktop/homes.py" />
      <source>The shop can't be kept in a folder that {synced} copies to other computers: words could be lost there, and nobody would notice.</source>
      <translation>Der Laden kann nicht in einem Ordner liegen, den {synced} auf andere Computer kopiert: Dort könnten Worte verloren gehen, und niemand würde es merken.</translation>
    </message>
    <message>
      <location filename="desktop/homes.py" />
      <source>The shop can't be kept on another computer's disk: words could be lost there, and nobody would notice.</source>
      <translation>Der Laden kann nicht auf der Festplatte eines anderen Computers liegen: Dort könnten Worte verloren gehen, und niemand würde es merken.</translation>
    </message>
    <message>
      <location filename="desktop/export.py" />
      <source>The shop couldn’t be written to that folder.</source>
      <translation>Der Laden ließ sich nicht in diesen Ordner schreiben.</translation>
    </message>
    <message>
      <location filename="ui/settings/protection.py" />
      <source>The shop file</source>
      <translation>Die Ladendatei</translation>
    </message>
    <message>
      <location filename="desktop/store.py" />
      <source>The shop file is busy in another program.</source>
      <translation>Die Ladendatei ist in einem anderen Programm in Gebrauch.</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>The shop file is damaged. Reading what can still be read.</source>
      <translation>Die Ladendatei ist beschädigt. Gelesen wird, was noch zu lesen ist.</translation>
    </message>
    <message>
      <location filename="ui/at_rest.py" />
      <source>The shop file is protected now. Copies that were made somewhere else before can still be read.</source>
      <translation>Die Ladendatei ist jetzt geschützt. Kopien, die vorher anderswo gemacht wurden, lassen sich weiter lesen.</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>The shop file is well. Its search index and its counts were made anew.</source>
      <translation>Die Datei des Ladens ist in Ordnung. Das Suchverzeichnis und die Zahlen darin wurden neu erstellt.</translation>
    </message>
    <message>
      <location filename="ui/at_rest.py" />
      <source>The shop file isn’t protected any more.</source>
      <translation>Die Ladendatei ist nicht mehr geschützt.</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>The shop file was damaged. It was written anew from what could be read.</source>
      <translation>Die Datei des Ladens war beschädigt. Sie wurde aus dem, was lesbar war, neu geschrieben.</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>The shop file, its copies and pictures can be read without a password again.</source>
      <translation>Die Ladendatei, ihre Kopien und Bilder lassen sich wieder ohne Passwort lesen.</translation>
    </message>
    <message>
      <location filename="desktop/shop.py" />
      <source>The shop folder can't be made: {what}.</source>
      <translation>Der Ladenordner lässt sich nicht anlegen: {what}.</translation>
    </message>
    <message>
      <location filename="desktop/store.py" />
      <source>The shop folder can't be used.</source>
      <translation>Der Ladenordner lässt sich nicht benutzen.</translation>
    </message>
    <message>
      <location filename="desktop/store.py" />
      <source>The shop folder can't be used: {what}.</source>
      <translation>Der Ladenordner lässt sich nicht benutzen: {what}.</translation>
    </message>
    <message>
      <location filename="desktop/shop.py" />
      <source>The shop folder can't be written to.</source>
      <translation>In den Ladenordner lässt sich nicht schreiben.</translation>
    </message>
    <message>
      <location filename="ui/moved_in.py" />
      <source>The shop from the other computer is here. Sign in to each place again. What waited to be sent is held until somebody has looked. From now on use only one of the two.</source>
      <translation>Der Laden vom anderen Computer ist da. Melden Sie sich überall neu an. Was zu senden war, wird zurückgehalten, bis jemand nachgesehen hat. Benutzen Sie von jetzt an nur noch einen von beiden.</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>The shop is in {name}. From now on use only one of the two.</source>
      <translation>Der Laden ist in {name}. Benutzen Sie von jetzt an nur noch einen von beiden.</translation>
    </message>
    <message>
      <location filename="desktop/counter/hours.py" />
      <source>The shop isn't closed that day.</source>
      <translation>An dem Tag ist der Laden nicht geschlossen.</translation>
    </message>
    <message>
      <location filename="ui/welcome/questions.py" />
      <source>The shop needs a name first.</source>
      <translation>Der Laden braucht zuerst einen Namen.</translation>
    </message>
    <message>
      <location filename="desktop/sealing.py" />
      <source>The shop's files are being rewritten.</source>
      <translation>Die Dateien des Ladens werden gerade neu geschrieben.</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>The shop's name</source>
      <translation>Name des Ladens</translation>
    </message>
    <message>
      <location filename="ui/at_rest.py" />
      <source>The shop’s files have a new key. Everybody else here needs a new password from you.</source>
      <translation>Die Dateien des Ladens haben einen neuen Schlüssel. Alle anderen hier brauchen von Ihnen ein neues Passwort.</translation>
    </message>
    <message>
      <location filename="ui/settings/dialog.py" />
      <source>The shop’s name</source>
      <translation>Name des Ladens</translation>
    </message>
    <message>
      <location filename="ui/practice/public_desk.py" />
      <source>The shop’s shut.</source>
      <translation>Der Laden ist zu.</translation>
    </message>
    <message>
      <location filename="ui/accounts/ways.py" />
      <source>The sign-in key is kept for this session only.</source>
      <translation>Der Anmeldeschlüssel bleibt nur für diese Sitzung.</translation>
    </message>
    <message>
      <location filename="ui/accounts/ways.py" />
      <source>The sign-in key is kept in this computer’s own password store, under your user.</source>
      <translation>Der Anmeldeschlüssel liegt im Passwortspeicher dieses Computers, unter Ihrem Benutzer.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>The table has {more}.</source>
      <translation>In der Tabelle: {more}.</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>The two aren’t the same.</source>
      <translation>Die beiden sind nicht gleich.</translation>
    </message>
    <message>
      <location filename="ui/people/pin.py" />
      <source>The two new ones aren’t the same.</source>
      <translation>Die beiden neuen sind nicht gleich.</translation>
    </message>
    <message>
      <location filename="ui/settings/code_card.py" />
      <source>The way in when every password is forgotten. It is shown this once and kept nowhere as it stands: on paper, away from this computer. Who has it and the shop’s files can read everything.</source>
      <translation>Der Weg hinein, wenn jedes Passwort vergessen ist. Er wird nur dieses eine Mal gezeigt und nirgends im Klartext aufgehoben: Bewahren Sie ihn auf Papier auf, nicht bei diesem Computer. Wer ihn und die Dateien des Ladens hat, kann alles lesen.</translation>
    </message>
    <message>
      <location filename="desktop/faces.py" />
      <source>The web</source>
      <translation>Das Web</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_page.py" />
      <source>The week from {days}</source>
      <translation>Die Woche vom {days}</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_dialog.py" />
      <source>The week on one page: {name}</source>
      <translation>Die Woche auf einer Seite: {name}</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>The whole archive of X, Mastodon, Facebook, Instagram or Bluesky, Google reviews (Takeout), and tables (CSV or JSON; also messages of a help desk).</source>
      <translation>Das ganze Archiv von X, Mastodon, Facebook, Instagram oder Bluesky, Google-Bewertungen (Takeout) und Tabellen (CSV oder JSON, auch Nachrichten eines Helpdesks).</translation>
    </message>
    <message>
      <location filename="ui/falling_asleep.py" />
      <source>The window is being locked</source>
      <translation>Das Fenster wird gesperrt</translation>
    </message>
    <message>
      <location filename="ui/settings/dialog.py" />
      <source>The window is in it from the next start. The openings of answers are in English so far.</source>
      <translation>Ab dem nächsten Start ist das Fenster in dieser Sprache. Die Anfänge für Antworten gibt es bisher nur auf Englisch.</translation>
    </message>
    <message>
      <location filename="ui/settings/wordings.py" />
      <source>The wording</source>
      <translation>Die Formulierung</translation>
    </message>
    <message>
      <location filename="ui/people/asked.py" />
      <source>The words to say</source>
      <translation>Die Worte dafür</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>The year before</source>
      <translation>Das Jahr davor</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>The year before fewer than half got one.</source>
      <translation>Im Jahr davor bekam weniger als die Hälfte eine.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>The year before it was {a} of {b}.</source>
      <translation>Im Jahr davor waren es {a} von {b}.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>The year before it was {day}, at {first} and at {last}.</source>
      <translation>Im Jahr davor war es {day}, um {first} und um {last} Uhr.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>The year before it was {day}, at {first}.</source>
      <translation>Im Jahr davor war es {day}, um {first} Uhr.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>The year before it was {p}%.</source>
      <translation>Im Jahr davor waren es {p} %.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>The year before it was {time}.</source>
      <translation>Im Jahr davor waren es {time}.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>The year before there were too few to compare.</source>
      <translation>Im Jahr davor waren es zu wenige, um zu vergleichen.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_api.py" />
      <source>The {api} isn't switched on in your Google project.</source>
      <translation>Die {api} ist in Ihrem Google-Projekt nicht eingeschaltet.</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Their detail</source>
      <translation>Einzelheit</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Their detail missing</source>
      <translation>Die Einzelheit fehlt</translation>
    </message>
    <message>
      <location filename="ui/people/details.py" />
      <source>Their drafts come to you. Their name stays on what they wrote.</source>
      <translation>Die Entwürfe kommen zu Ihnen. Der Name bleibt an dem, was geschrieben wurde.</translation>
    </message>
    <message>
      <location filename="ui/ending/shows_tab.py" />
      <source>Their edit</source>
      <translation>Geänderter Beitrag</translation>
    </message>
    <message>
      <location filename="ui/conversation/popups.py" />
      <source>Their message</source>
      <translation>Die Kundennachricht</translation>
    </message>
    <message>
      <location filename="ui/ending/mark_fixed.py" />
      <source>Their messages</source>
      <translation>Die Kundennachrichten</translation>
    </message>
    <message>
      <location filename="ui/forget_dialog.py" />
      <source>Their name</source>
      <translation>Der Name</translation>
    </message>
    <message>
      <location filename="ui/by_hand/dialog.py" />
      <source>Their name, as they wrote it</source>
      <translation>Der Name, wie er dort steht</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Their own complaints stay on Complaints.</source>
      <translation>Die eigenen Beschwerden der Leute bleiben unter „Beschwerden“.</translation>
    </message>
    <message>
      <location filename="desktop/counter/answering.py" />
      <source>Their post isn't there any more.</source>
      <translation>Der Beitrag ist nicht mehr da.</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>Their post was taken down</source>
      <translation>Der Beitrag wurde entfernt</translation>
    </message>
    <message>
      <location filename="desktop/counter/answering.py" />
      <source>Their public post isn't there any more.</source>
      <translation>Der öffentliche Beitrag ist nicht mehr da.</translation>
    </message>
    <message>
      <location filename="desktop/deliver.py" />
      <source>Their public post isn't there any more. Your reply is kept here.</source>
      <translation>Der öffentliche Beitrag ist nicht mehr da. Ihre Antwort ist hier aufgehoben.</translation>
    </message>
    <message>
      <location filename="ui/ending/shows_tab.py" />
      <source>Their reply</source>
      <translation>Kundenantwort</translation>
    </message>
    <message>
      <location filename="desktop/starters/blanks.py" />
      <source>Their words</source>
      <translation>Kundenworte</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Their words in a reading face</source>
      <translation>Kundenworte in Leseschrift</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Theme</source>
      <translation>Design</translation>
    </message>
    <message>
      <location filename="ui/conversation/rights.py" />
      <source>Then sign in again under Accounts, leave every box ticked, and post this again. Your reply is kept here till then.</source>
      <translation>Melden Sie sich dann unter „Konten“ neu an, lassen Sie alle Häkchen gesetzt und posten Sie dies noch einmal. Bis dahin bleibt Ihre Antwort hier.</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>Then {name}, {when}</source>
      <translation>Dann {name}, {when}</translation>
    </message>
    <message>
      <location filename="desktop/imports/takeout.py" />
      <source>There are no reviews in it.</source>
      <translation>Darin sind keine Bewertungen.</translation>
    </message>
    <message>
      <location filename="desktop/imports/takeout.py" />
      <source>There are no reviews in that Takeout that say which place they are about.</source>
      <translation>In diesem Takeout sind keine Bewertungen, bei denen steht, welcher Laden gemeint ist.</translation>
    </message>
    <message>
      <location filename="desktop/counter/asking.py" />
      <source>There are no words left to say.</source>
      <translation>Es ist kein Text mehr da.</translation>
    </message>
    <message>
      <location filename="desktop/imports/files.py" />
      <source>There are too many files in that archive.</source>
      <translation>In diesem Archiv sind zu viele Dateien.</translation>
    </message>
    <message>
      <location filename="desktop/imports/files.py" />
      <source>There are too many files in that folder.</source>
      <translation>In diesem Ordner sind zu viele Dateien.</translation>
    </message>
    <message>
      <location filename="desktop/export.py" />
      <source>There is .csv and .json.</source>
      <translation>Es gibt .csv und .json.</translation>
    </message>
    <message>
      <location filename="desktop/imports/rows.py" />
      <source>There is a character in it that no text has (NUL).</source>
      <translation>Darin steht ein Zeichen, das in keinem Text vorkommt (NUL).</translation>
    </message>
    <message>
      <location filename="desktop/moving.py" />
      <source>There is a shop in this folder already.</source>
      <translation>In diesem Ordner ist schon ein Laden.</translation>
    </message>
    <message>
      <location filename="desktop/backups.py" />
      <source>There is already a file at {made}.</source>
      <translation>Unter {made} liegt schon eine Datei.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/youtube.py" />
      <source>There is an emoji in that which YouTube doesn't know.</source>
      <translation>Darin ist ein Emoji, das YouTube nicht kennt.</translation>
    </message>
    <message>
      <location filename="ui/app.py" />
      <source>There is no copy of it. Repairing writes anew what can still be read, and keeps the damaged file.</source>
      <translation>Davon gibt es keine Kopie. Beim Reparieren wird neu geschrieben, was noch lesbar ist; die beschädigte Datei bleibt erhalten.</translation>
    </message>
    <message>
      <location filename="desktop/counter/endings.py" />
      <source>There is no ending here to look for.</source>
      <translation>Hier gibt es keinen Ausgang zu suchen.</translation>
    </message>
    <message>
      <location filename="desktop/export.py" />
      <source>There is no export called “{suffix}”.</source>
      <translation>Einen Export namens „{suffix}“ gibt es nicht.</translation>
    </message>
    <message>
      <location filename="desktop/backups.py" />
      <source>There is no file at {source}.</source>
      <translation>Unter {source} liegt keine Datei.</translation>
    </message>
    <message>
      <location filename="ui/accounts/page.py" />
      <source>There is no limit any more.</source>
      <translation>Es gibt keine Grenze mehr.</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>There is no link to this one</source>
      <translation>Hierzu gibt es keinen Link</translation>
    </message>
    <message>
      <location filename="desktop/connecting.py" />
      <source>There is no place called “{platform}” here.</source>
      <translation>Einen Ort namens „{platform}“ gibt es hier nicht.</translation>
    </message>
    <message>
      <location filename="desktop/counter/endings.py" />
      <source>There is no proof to lose here.</source>
      <translation>Hier gibt es keinen Nachweis zu verlieren.</translation>
    </message>
    <message>
      <location filename="desktop/counter/inbox.py" />
      <source>There is no such topic.</source>
      <translation>Dieses Thema gibt es nicht.</translation>
    </message>
    <message>
      <location filename="desktop/counter/asking.py" />
      <source>There is no yes to this yet.</source>
      <translation>Dazu gibt es noch kein Ja.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/loopback.py" />
      <source>There is nothing here.</source>
      <translation>Hier ist nichts.</translation>
    </message>
    <message>
      <location filename="desktop/forgetting/person.py" />
      <source>There is nothing of theirs on this computer.</source>
      <translation>Auf diesem Computer ist nichts von dieser Person.</translation>
    </message>
    <message>
      <location filename="desktop/counter/asking.py" />
      <source>There is nothing to ask about yet.</source>
      <translation>Es gibt noch nichts zu fragen.</translation>
    </message>
    <message>
      <location filename="desktop/counter/answering.py" />
      <source>There is nothing to post yet.</source>
      <translation>Es gibt noch nichts zu posten.</translation>
    </message>
    <message>
      <location filename="ui/model/page.py" />
      <source>There is one</source>
      <translation>Es gibt einen</translation>
    </message>
    <message>
      <location filename="desktop/moving.py" />
      <source>There is something else in this folder.</source>
      <translation>In diesem Ordner ist etwas anderes.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky.py" />
      <source>There was more on {name} than one check can read.{before}</source>
      <translation>Bei {name} war mehr, als ein Abruf lesen kann.{before}</translation>
    </message>
    <message>
      <location filename="desktop/connectors/mastodon_sign_in.py" />
      <source>There's no Mastodon server at "{host}". Check the spelling.</source>
      <translation>Einen Mastodon-Server unter „{host}“ gibt es nicht. Prüfen Sie die Schreibweise.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky_session.py" />
      <source>There's no account "{handle}" at {name}. Check the spelling.</source>
      <translation>Ein Konto „{handle}“ gibt es bei {name} nicht. Prüfen Sie die Schreibweise.</translation>
    </message>
    <message>
      <location filename="desktop/searching/filters.py" />
      <source>There's no place called “{value}”.</source>
      <translation>Einen Ort namens „{value}“ gibt es nicht.</translation>
    </message>
    <message>
      <location filename="desktop/store.py" />
      <source>There's no room left on this disk.</source>
      <translation>Auf diesem Datenträger ist kein Platz mehr.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>There's no room left on this disk. We've stopped fetching, and your drafts are safe.</source>
      <translation>Auf diesem Datenträger ist kein Platz mehr. Wir rufen nichts mehr ab, und Ihre Entwürfe sind sicher.</translation>
    </message>
    <message>
      <location filename="desktop/collect.py" />
      <source>There's no room left on this disk. We've stopped fetching.</source>
      <translation>Auf diesem Datenträger ist kein Platz mehr. Wir rufen nichts mehr ab.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky_session.py" />
      <source>There's no {name} server at "{what}". Check the spelling.</source>
      <translation>Einen {name}-Server unter „{what}“ gibt es nicht. Prüfen Sie die Schreibweise.</translation>
    </message>
    <message>
      <location filename="desktop/sealing.py" />
      <source>There's too little room on this disk: every file is written anew beside the old one first. {lacking} MB are lacking.</source>
      <translation>Auf diesem Datenträger ist zu wenig Platz: Jede Datei wird erst neu neben die alte geschrieben. Es fehlen {lacking} MB.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/feed.py" />
      <source>There’s no feed at that address. Copy it once more.</source>
      <translation>Unter dieser Adresse ist kein Feed. Kopieren Sie sie noch einmal.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/feed.py" />
      <source>There’s no feed at {host} just now.</source>
      <translation>Bei {host} gibt es gerade keinen Feed.</translation>
    </message>
    <message>
      <location filename="desktop/mailbox.py" />
      <source>There’s no folder “{what}” in that mailbox.</source>
      <translation>In diesem Postfach gibt es keinen Ordner „{what}“.</translation>
    </message>
    <message>
      <location filename="desktop/backups.py" />
      <source>There’s no room left on that disk for the copy. The shop itself is as it was.</source>
      <translation>Auf diesem Datenträger ist kein Platz mehr für die Kopie. Der Laden selbst ist, wie er war.</translation>
    </message>
    <message>
      <location filename="desktop/export.py" />
      <source>There’s no room left on that disk, so the file wasn’t written.</source>
      <translation>Auf diesem Datenträger ist kein Platz mehr, deshalb wurde die Datei nicht geschrieben.</translation>
    </message>
    <message>
      <location filename="ui/settings/learning.py" />
      <source>These are the last {n}.</source>
      <translation>Das sind die letzten {n}.</translation>
    </message>
    <message>
      <location filename="desktop/counter/asking.py" />
      <source>These are their words: there is nothing to change.</source>
      <translation>Das sind nicht unsere Worte: Hier ist nichts zu ändern.</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>These are your own words: what you answered whom, for History.</source>
      <translation>Das sind Ihre eigenen Worte: was Sie wem geantwortet haben, für den Verlauf.</translation>
    </message>
    <message>
      <location filename="ui/conversation/rights.py" />
      <source>They add the account you sign in with here, as a manager.</source>
      <translation>Er fügt das Konto, mit dem Sie sich hier anmelden, als Administrator hinzu.</translation>
    </message>
    <message>
      <location filename="ui/forget_desk.py" />
      <source>They are here again, with all they wrote.</source>
      <translation>Alles ist wieder da, was diese Person geschrieben hat.</translation>
    </message>
    <message>
      <location filename="ui/keep_desk.py" />
      <source>They are kept for ever now. Settings, Data changes that.</source>
      <translation>Sie bleiben jetzt für immer. Unter Einstellungen, Daten lässt sich das ändern.</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>They can open the shop with it now</source>
      <translation>Damit lässt sich der Laden jetzt öffnen</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>They don’t answer</source>
      <translation>Es kommt keine Antwort</translation>
    </message>
    <message>
      <location filename="ui/conversation/rights.py" />
      <source>They give that right to the account you sign in with here.</source>
      <translation>Dieses Recht bekommt das Konto, mit dem Sie sich hier anmelden.</translation>
    </message>
    <message>
      <location filename="ui/conversation/rights.py" />
      <source>They give you access to the page, with content and community activity turned on.</source>
      <translation>Sie bekommen dort Zugriff auf die Seite, mit Inhalten und Community-Aktivitäten eingeschaltet.</translation>
    </message>
    <message>
      <location filename="desktop/counter/answering.py" />
      <source>They have been asked before. Asking twice feels like pushing.</source>
      <translation>Es wurde schon einmal darum gebeten. Zweimal bitten wirkt wie Drängen.</translation>
    </message>
    <message>
      <location filename="desktop/counter/answering.py" />
      <source>They haven’t said it’s sorted. Ask how things are instead.</source>
      <translation>Noch hat niemand gesagt, dass es in Ordnung ist. Fragen Sie stattdessen, wie es steht.</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>They open the shop with their own password, and lose it when you remove them from People.</source>
      <translation>Die Person öffnet den Laden mit ihrem eigenen Passwort und verliert es, wenn Sie sie aus dem Team entfernen.</translation>
    </message>
    <message>
      <location filename="ui/history/outcomes.py" />
      <source>They said so</source>
      <translation>Kunde sagt es</translation>
    </message>
    <message>
      <location filename="ui/by_hand/dialog.py" />
      <source>They say that their complaint of {day} is put right ({place})</source>
      <translation>Darin steht, dass die Beschwerde vom {day} in Ordnung gebracht ist ({place})</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>They see a reply, and no sign of a fix.</source>
      <translation>Man sieht eine Antwort und kein Zeichen, dass es behoben ist.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>They see that it was put right.</source>
      <translation>Man sieht, dass es in Ordnung kam.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>They still see a complaint. It’s already fixed.</source>
      <translation>Man sieht noch eine Beschwerde. Sie ist schon behoben.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>They still see a complaint. You’ve asked.</source>
      <translation>Man sieht noch eine Beschwerde. Sie haben schon um ein Wort gebeten.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>They told us</source>
      <translation>Es wurde uns gesagt</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>They took this down.</source>
      <translation>Vom Verfasser entfernt.</translation>
    </message>
    <message>
      <location filename="ui/settings/dialog.py" />
      <source>They work while a list or a thread has the focus, never while you type.</source>
      <translation>Sie wirken in Listen und Gesprächen, nie beim Schreiben.</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>They wrote again</source>
      <translation>Es wurde wieder geschrieben</translation>
    </message>
    <message>
      <location filename="ui/by_hand/dialog.py" />
      <source>They wrote again, to what they said on {day}</source>
      <translation>Noch einmal geschrieben, zum Beitrag vom {day}</translation>
    </message>
    <message>
      <location filename="ui/complaints/details.py" />
      <source>They wrote again. Still showing?</source>
      <translation>Es wurde wieder geschrieben. Noch sichtbar?</translation>
    </message>
    <message>
      <location filename="ui/conversation/acts.py" />
      <source>They wrote again…</source>
      <translation>Hat noch einmal geschrieben…</translation>
    </message>
    <message>
      <location filename="desktop/coach/looks.py" />
      <source>They've told you it happened. “Sorry that”.</source>
      <translation>Man hat Ihnen gesagt, dass es passiert ist. Also: „Tut mir leid, dass“.</translation>
    </message>
    <message>
      <location filename="ui/outbox_desk.py" />
      <source>They’re kept and go when you open Said &amp; Done again.</source>
      <translation>Sie sind aufgehoben und gehen, wenn Sie Said &amp; Done wieder öffnen.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Things moved while this waited.</source>
      <translation>Etwas hat sich geändert, während das wartete.</translation>
    </message>
    <message>
      <location filename="desktop/pins.py" />
      <source>This PIN can't be read any more.</source>
      <translation>Diese PIN ist nicht mehr lesbar.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky_session.py" />
      <source>This account is switched off.</source>
      <translation>Dieses Konto ist abgeschaltet.</translation>
    </message>
    <message>
      <location filename="desktop/coach/steps.py" />
      <source>This comes after it. Say so in the first line.</source>
      <translation>Das hier kommt danach. Sagen Sie es in der ersten Zeile.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>This comes from a copy that was brought back, so {name} may have it already.</source>
      <translation>Das stammt aus einer zurückgeholten Kopie, also hat {name} es vielleicht schon.</translation>
    </message>
    <message>
      <location filename="desktop/vault.py" />
      <source>This computer has no password store. We can keep the sign-in for this session only.</source>
      <translation>Dieser Computer hat keinen Passwortspeicher. Wir können die Anmeldung nur für diese Sitzung behalten.</translation>
    </message>
    <message>
      <location filename="desktop/pins.py" />
      <source>This computer has too little memory free to check a PIN.</source>
      <translation>Dieser Computer hat zu wenig freien Speicher, um eine PIN zu prüfen.</translation>
    </message>
    <message>
      <location filename="desktop/keys.py" />
      <source>This computer has too little memory free to check a password.</source>
      <translation>Dieser Computer hat zu wenig freien Speicher, um ein Passwort zu prüfen.</translation>
    </message>
    <message>
      <location filename="desktop/driver.py" />
      <source>This computer lacks what a shop under a password is opened with.</source>
      <translation>Diesem Computer fehlt, womit ein Laden mit Passwort geöffnet wird.</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>This computer opens the shop without asking now</source>
      <translation>Dieser Computer öffnet den Laden jetzt ohne Nachfrage</translation>
    </message>
    <message>
      <location filename="desktop/timekeeping.py" />
      <source>This computer's clock says {said}. Times and promises will be wrong until it's set.</source>
      <translation>Die Uhr dieses Computers sagt {said}. Zeiten und Zusagen stimmen nicht, bis sie gestellt ist.</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>This computer’s own password store opens the shop, for whoever is signed in to this computer under your login. That protects a stick and a copy; a laptop only as well as its login does.</source>
      <translation>Der Passwortspeicher dieses Computers öffnet den Laden für jeden, der an diesem Computer unter Ihrer Anmeldung sitzt. Das schützt einen Stick und eine Kopie; einen Laptop nur so gut wie seine Anmeldung.</translation>
    </message>
    <message>
      <location filename="ui/at_rest.py" />
      <source>This computer’s password store didn’t open it.</source>
      <translation>Der Passwortspeicher dieses Computers hat ihn nicht geöffnet.</translation>
    </message>
    <message>
      <location filename="desktop/counter/answering.py" />
      <source>This conversation's account is gone.</source>
      <translation>Das Konto zu diesem Gespräch ist weg.</translation>
    </message>
    <message>
      <location filename="desktop/sealing.py" />
      <source>This copy is damaged.</source>
      <translation>Diese Kopie ist beschädigt.</translation>
    </message>
    <message>
      <location filename="ui/composer/compare.py" />
      <source>This draft</source>
      <translation>Dieser Entwurf</translation>
    </message>
    <message>
      <location filename="desktop/coach/tone.py" />
      <source>This draft is in {language}.</source>
      <translation>Dieser Entwurf ist auf {language}.</translation>
    </message>
    <message>
      <location filename="desktop/counter/happening.py" />
      <source>This event is closed. Open it again first.</source>
      <translation>Dieser Vorfall ist geschlossen. Öffnen Sie ihn zuerst wieder.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/feed.py" />
      <source>This feed has ended: {host} took it away for good. Paste another address.</source>
      <translation>Diesen Feed gibt es nicht mehr: {host} hat ihn endgültig entfernt. Fügen Sie eine andere Adresse ein.</translation>
    </message>
    <message>
      <location filename="desktop/moving.py" />
      <source>This file is damaged: a part of it is missing or was changed.</source>
      <translation>Diese Datei ist beschädigt: Ein Teil fehlt oder wurde verändert.</translation>
    </message>
    <message>
      <location filename="ui/model/sheet.py" />
      <source>This goes to {host}, which is this computer, and to nobody else:</source>
      <translation>Das geht an {host}, das ist dieser Computer, und an niemanden sonst:</translation>
    </message>
    <message>
      <location filename="desktop/counter/asking.py" />
      <source>This has been answered already.</source>
      <translation>Das ist schon beantwortet.</translation>
    </message>
    <message>
      <location filename="desktop/counter/asking.py" />
      <source>This has gone already.</source>
      <translation>Das ist schon abgegangen.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/practice.py" />
      <source>This is a pretend place. It is there in practice only.</source>
      <translation>Das ist ein erfundener Ort. Es gibt ihn nur im Übungsladen.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/mail.py" />
      <source>This is practice: nothing leaves this computer, so {host} isn’t asked.</source>
      <translation>Dies ist Übung: Nichts verlässt diesen Computer, darum wird {host} nicht gefragt.</translation>
    </message>
    <message>
      <location filename="desktop/web.py" />
      <source>This is practice: nothing leaves this computer.</source>
      <translation>Dies ist Übung: Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
      <location filename="ui/model/sheet.py" />
      <source>This leaves your computer and goes to {host}:</source>
      <translation>Das verlässt Ihren Computer und geht an {host}:</translation>
    </message>
    <message>
      <location filename="ui/accounts/standing.py" />
      <source>This month</source>
      <translation>Diesen Monat</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x.py" />
      <source>This month's limit of {limit} for X is used up; posting goes on and costs more.</source>
      <translation>Die Monatsgrenze von {limit} für X ist erreicht; Posten geht weiter und kostet mehr.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_costs.py" />
      <source>This month's limit of {what} for X is used up. Fetching goes on on {day} {first}, or when the limit is higher.</source>
      <translation>Die Monatsgrenze von {what} für X ist erreicht. Das Abrufen geht am {day}. {first} weiter, oder wenn die Grenze höher ist.</translation>
    </message>
    <message>
      <location filename="ui/conversation/notices.py" />
      <source>This one is serious. Say what you know and when you’ll say more. Name no cause yet.</source>
      <translation>Das hier ist ernst. Sagen Sie, was Sie wissen und wann Sie mehr sagen. Nennen Sie noch keine Ursache.</translation>
    </message>
    <message>
      <location filename="desktop/starters/shaping.py" />
      <source>This opening can't have that part.</source>
      <translation>Diesen Teil kann dieser Anfang nicht haben.</translation>
    </message>
    <message>
      <location filename="desktop/store.py" />
      <source>This part of the shop can only be read by a newer Said &amp; Done.</source>
      <translation>Dieser Teil des Ladens lässt sich nur mit einem neueren Said &amp; Done lesen.</translation>
    </message>
    <message>
      <location filename="desktop/counter/locking.py" />
      <source>This person isn't here any more.</source>
      <translation>Diese Person ist nicht mehr hier.</translation>
    </message>
    <message>
      <location filename="desktop/coach/looks.py" />
      <source>This reads like an advert</source>
      <translation>Das liest sich wie Werbung</translation>
    </message>
    <message>
      <location filename="ui/keep_desk.py" />
      <source>This removes {what}.</source>
      <translation>Das entfernt {what}.</translation>
    </message>
    <message>
      <location filename="desktop/coach/holds.py" />
      <source>This says {amount}. Ask {owner} and it waits here.</source>
      <translation>Hier steht {amount}. Fragen Sie {owner}, dann wartet es hier.</translation>
    </message>
    <message>
      <location filename="desktop/counter/protecting.py" />
      <source>This shop can't be protected: it is open to read only, or it is the pretend one.</source>
      <translation>Dieser Laden lässt sich nicht schützen: Er ist nur zum Lesen geöffnet, oder es ist der Übungsladen.</translation>
    </message>
    <message>
      <location filename="desktop/counter/locking.py" />
      <source>This shop has no owner yet.</source>
      <translation>Dieser Laden hat noch keinen Inhaber.</translation>
    </message>
    <message>
      <location filename="desktop/export.py" />
      <source>This shop has no password that a file could be put under.</source>
      <translation>Dieser Laden hat kein Passwort, mit dem sich eine Datei schützen ließe.</translation>
    </message>
    <message>
      <location filename="ui/moved_in.py" />
      <source>This shop is in {folder}. Started as before, Said &amp; Done asks for a folder again; started with --folder “{folder}”, it opens this one.</source>
      <translation>Dieser Laden liegt in {folder}. Wie bisher gestartet fragt Said &amp; Done wieder nach einem Ordner; mit --folder „{folder}“ gestartet öffnet es diesen.</translation>
    </message>
    <message>
      <location filename="desktop/counter/protecting.py" />
      <source>This shop is open to read only.</source>
      <translation>Dieser Laden ist nur zum Lesen offen.</translation>
    </message>
    <message>
      <location filename="ui/app.py" />
      <source>This shop is open to read only: nothing is fetched, and nothing can be written or sent.</source>
      <translation>Dieser Laden ist nur zum Lesen offen: Es wird nichts abgerufen, und es lässt sich nichts schreiben oder senden.</translation>
    </message>
    <message>
      <location filename="desktop/errors.py" />
      <source>This shop is protected with a password.</source>
      <translation>Dieser Laden ist mit einem Passwort geschützt.</translation>
    </message>
    <message>
      <location filename="ui/unlock.py" />
      <source>This shop is protected.</source>
      <translation>Dieser Laden ist geschützt.</translation>
    </message>
    <message>
      <location filename="desktop/counter/protecting.py" />
      <source>This shop isn't protected.</source>
      <translation>Dieser Laden ist nicht geschützt.</translation>
    </message>
    <message>
      <location filename="desktop/migrations.py" />
      <source>This shop was last opened with a newer Said &amp; Done.</source>
      <translation>Dieser Laden wurde zuletzt mit einem neueren Said &amp; Done geöffnet.</translation>
    </message>
    <message>
      <location filename="desktop/store.py" />
      <source>This shop was last opened with an older Said &amp; Done.</source>
      <translation>Dieser Laden wurde zuletzt mit einem älteren Said &amp; Done geöffnet.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>This waited for more than 12 hours.</source>
      <translation>Das hat mehr als 12 Stunden gewartet.</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_dialog.py" />
      <source>This week so far: {days}</source>
      <translation>Diese Woche bisher: {days}</translation>
    </message>
    <message>
      <location filename="desktop/counter/wordings.py" />
      <source>This wording is the owner's. You can make one of your own from it.</source>
      <translation>Diese Formulierung gehört dem Inhaber. Sie können daraus eine eigene machen.</translation>
    </message>
    <message>
      <location filename="desktop/faces.py" />
      <source>Threads</source>
      <translation>Threads</translation>
    </message>
    <message>
      <location filename="desktop/connectors/threads.py" />
      <source>Threads hands out all replies to those posts: what is older is fetched, and left out here.</source>
      <translation>Threads gibt alle Antworten auf diese Beiträge heraus: Älteres wird geholt und hier weggelassen.</translation>
    </message>
    <message>
      <location filename="ui/history/outcomes.py" />
      <source>Thu</source>
      <translation>Do</translation>
    </message>
    <message>
      <location filename="desktop/coach/book.py" />
      <source>Thursday</source>
      <translation>Donnerstag</translation>
    </message>
    <message>
      <location filename="ui/shopbook/holidays.py" />
      <source>Tick the days you stay shut.</source>
      <translation>Haken Sie die Tage an, an denen Sie geschlossen haben.</translation>
    </message>
    <message>
      <location filename="ui/settings/dialog.py" />
      <source>Time to take a reply back</source>
      <translation>Zeit, eine Antwort zurückzunehmen</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Time to take a reply back, in seconds</source>
      <translation>Zeit, eine Antwort zurückzunehmen, in Sekunden</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>Timeline</source>
      <translation>Zeitleiste</translation>
    </message>
    <message>
      <location filename="desktop/starters/blanks.py" />
      <source>Times</source>
      <translation>Zeiten</translation>
    </message>
    <message>
      <location filename="ui/shopbook/editor.py" />
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <location filename="desktop/faces.py" />
      <source>Tk</source>
      <translation>Tk</translation>
    </message>
    <message>
      <location filename="ui/composer/coach_item.py" />
      <source>To look at</source>
      <translation>Zum Ansehen</translation>
    </message>
    <message>
      <location filename="ui/history/export_dialog.py" />
      <source>To read on paper, one conversation after the other.</source>
      <translation>Zum Lesen auf Papier, ein Gespräch nach dem anderen.</translation>
    </message>
    <message>
      <location filename="ui/accounts/standing.py" />
      <source>Today</source>
      <translation>Heute</translation>
    </message>
    <message>
      <location filename="ui/theme/__init__.py" />
      <source>Tokens</source>
      <translation>Tokens</translation>
    </message>
    <message>
      <location filename="desktop/counter/happening.py" />
      <source>Told everybody</source>
      <translation>Allen Bescheid gesagt</translation>
    </message>
    <message>
      <location filename="ui/conversation/popups.py" />
      <source>Tomorrow morning</source>
      <translation>Morgen früh</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Too bright</source>
      <translation>Zu munter</translation>
    </message>
    <message>
      <location filename="ui/lock/page.py" />
      <source>Too many wrong tries. Try again in {time}.</source>
      <translation>Zu viele falsche Versuche. Versuchen Sie es in {time} wieder.</translation>
    </message>
    <message>
      <location filename="desktop/counter/book.py" />
      <source>Took your suggestion back</source>
      <translation>Ihren Vorschlag zurückgenommen</translation>
    </message>
    <message>
      <location filename="desktop/triage/__init__.py" />
      <source>Topic</source>
      <translation>Topic</translation>
    </message>
    <message>
      <location filename="desktop/counter/inbox.py" />
      <source>Topics</source>
      <translation>Themen</translation>
    </message>
    <message>
      <location filename="desktop/faces.py" />
      <source>Tp</source>
      <translation>Tp</translation>
    </message>
    <message>
      <location filename="ui/crash.py" />
      <source>Traceback (most recent call last):
</source>
      <translation>Traceback (most recent call last):
</translation>
    </message>
    <message>
      <location filename="desktop/counter/__init__.py" />
      <source>Tried</source>
      <translation>Tried</translation>
    </message>
    <message>
      <location filename="desktop/faces.py" />
      <source>Tripadvisor</source>
      <translation>Tripadvisor</translation>
    </message>
    <message>
      <location filename="desktop/faces.py" />
      <source>Trustpilot</source>
      <translation>Trustpilot</translation>
    </message>
    <message>
      <location filename="ui/accounts/first_look.py" />
      <source>Try again</source>
      <translation>Noch einmal versuchen</translation>
    </message>
    <message>
      <location filename="ui/accounts/sign_in_step.py" />
      <source>Try again in {span}.</source>
      <translation>Neuer Versuch in {span}.</translation>
    </message>
    <message>
      <location filename="ui/widgets/pin_boxes.py" />
      <source>Try again in {time}.</source>
      <translation>Versuchen Sie es in {time} wieder.</translation>
    </message>
    <message>
      <location filename="ui/unlock.py" />
      <source>Try again now.</source>
      <translation>Versuchen Sie es jetzt wieder.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/oauth.py" />
      <source>Try again when you're ready.</source>
      <translation>Versuchen Sie es wieder, wenn Sie so weit sind.</translation>
    </message>
    <message>
      <location filename="desktop/model/asking.py" />
      <source>Try again, or begin with one of the others.</source>
      <translation>Versuchen Sie es noch einmal, oder beginnen Sie mit einem der anderen.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_sign_in.py" />
      <source>Try again.</source>
      <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>Try fewer words.</source>
      <translation>Versuchen Sie weniger Wörter.</translation>
    </message>
    <message>
      <location filename="ui/model/page.py" />
      <source>Try it</source>
      <translation>Ausprobieren</translation>
    </message>
    <message>
      <location filename="desktop/errors.py" />
      <source>Try it again.</source>
      <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <location filename="ui/unlock.py" />
      <source>Trying…</source>
      <translation>Wird geprüft…</translation>
    </message>
    <message>
      <location filename="ui/history/outcomes.py" />
      <source>Tue</source>
      <translation>Di</translation>
    </message>
    <message>
      <location filename="desktop/coach/book.py" />
      <source>Tuesday</source>
      <translation>Dienstag</translation>
    </message>
    <message>
      <location filename="ui/settings/quiet.py" />
      <source>Turn it off for me</source>
      <translation>Für mich ausschalten</translation>
    </message>
    <message>
      <location filename="ui/composer/coach_panel.py" />
      <source>Turn off for the shop</source>
      <translation>Für den Laden abschalten</translation>
    </message>
    <message>
      <location filename="ui/composer/coach_panel.py" />
      <source>Turn on</source>
      <translation>Einschalten</translation>
    </message>
    <message>
      <location filename="ui/settings/quiet.py" />
      <source>Turn on again</source>
      <translation>Wieder einschalten</translation>
    </message>
    <message>
      <location filename="desktop/counter/hours.py" />
      <source>Two opening times overlap.</source>
      <translation>Zwei Öffnungszeiten überschneiden sich.</translation>
    </message>
    <message>
      <location filename="desktop/coach/looks.py" />
      <source>Two out of three people already suspect shops are only here to advertise.</source>
      <translation>Zwei von drei Menschen vermuten ohnehin, dass Läden hier nur werben.</translation>
    </message>
    <message>
      <location filename="ui/shopbook/page.py" />
      <source>Two pages for the counter: {name}</source>
      <translation>Zwei Seiten für den Tresen: {name}</translation>
    </message>
    <message>
      <location filename="ui/open_protected.py" />
      <source>Type a password of the shop it is from, or its recovery code.</source>
      <translation>Geben Sie ein Passwort des Ladens ein, aus dem sie kommt, oder seinen Wiederherstellungscode.</translation>
    </message>
    <message>
      <location filename="ui/settings/code_card.py" />
      <source>Type its last two groups, from the paper</source>
      <translation>Tippen Sie die letzten zwei Gruppen, vom Papier</translation>
    </message>
    <message>
      <location filename="ui/lock/way_back.py" />
      <source>Type the recovery sentence, the one you wrote down last. Capitals and stops don’t matter.</source>
      <translation>Tippen Sie den Wiederherstellungssatz, den Sie zuletzt aufgeschrieben haben. Großschreibung und Satzzeichen sind egal.</translation>
    </message>
    <message>
      <location filename="ui/finder.py" />
      <source>Type what you want to do</source>
      <translation>Tippen Sie, was Sie tun möchten</translation>
    </message>
    <message>
      <location filename="ui/conversation/on_the_spot.py" />
      <source>Type your PIN to OK this one reply. {person} stays signed in.</source>
      <translation>Geben Sie Ihre PIN ein, um diese eine Antwort zu erlauben. {person} bleibt angemeldet.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky_session.py" />
      <source>Type your handle, like yourshop.bsky.social. It stands under your name there.</source>
      <translation>Geben Sie Ihr Handle ein, etwa ihrladen.bsky.social. Es steht dort unter Ihrem Namen.</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>Type your password first.</source>
      <translation>Tippen Sie zuerst Ihr Passwort.</translation>
    </message>
    <message>
      <location filename="ui/unlock.py" />
      <source>Type your password, or the recovery code.</source>
      <translation>Tippen Sie Ihr Passwort oder den Wiederherstellungscode.</translation>
    </message>
    <message>
      <location filename="ui/forget_dialog.py" />
      <source>Type {name} to go on.</source>
      <translation>Tippen Sie {name}, um fortzufahren.</translation>
    </message>
    <message>
      <location filename="ui/accounts/standing.py" />
      <source>USD</source>
      <translation>USD</translation>
    </message>
    <message>
      <location filename="ui/people/details.py" />
      <source>Under the name</source>
      <translation>Unter dem Namen</translation>
    </message>
    <message>
      <location filename="desktop/counter/__init__.py" />
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/brought.py" />
      <source>Undo this import</source>
      <translation>Diesen Import rückgängig machen</translation>
    </message>
    <message>
      <location filename="ui/main_window.py" />
      <source>Undone: {what}</source>
      <translation>Rückgängig gemacht: {what}</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>United States health office</source>
      <translation>US-Gesundheitsbehörde</translation>
    </message>
    <message>
      <location filename="desktop/vault.py" />
      <source>Unlock it, or work offline.</source>
      <translation>Entsperren Sie ihn, oder arbeiten Sie offline.</translation>
    </message>
    <message>
      <location filename="desktop/imports/files.py" />
      <source>Unpack it first, and bring in the folder.</source>
      <translation>Entpacken Sie es zuerst und holen Sie den Ordner herein.</translation>
    </message>
    <message>
      <location filename="ui/inbox/spoken.py" />
      <source>Unread</source>
      <translation>Ungelesen</translation>
    </message>
    <message>
      <location filename="ui/happening/sheet.py" />
      <source>Until then, no cause is named: not here, and not in a reply.</source>
      <translation>Bis dahin wird keine Ursache genannt: weder hier noch in einer Antwort.</translation>
    </message>
    <message>
      <location filename="ui/shopbook/limits.py" />
      <source>Until you say, they’ll have to ask you every time.</source>
      <translation>Bis Sie das festlegen, müssen Aushilfen Sie jedes Mal fragen.</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>Until {when}</source>
      <translation>Bis {when}</translation>
    </message>
    <message>
      <location filename="ui/shopbook/voice.py" />
      <source>Up to five things, and whether they come up when somebody complains.</source>
      <translation>Bis zu fünf Dinge, und ob sie zur Sprache kommen, wenn sich jemand beschwert.</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>Up to £80, says the Shop book. Wren’s limit is £20.</source>
      <translation>Bis zu £80, sagt das Ladenbuch. Wrens Grenze ist £20.</translation>
    </message>
    <message>
      <location filename="ui/welcome/story.py" />
      <source>Update: fetched, fixed and back by four. Rode the same hill today.</source>
      <translation>Nachtrag: abgeholt, repariert und um vier zurück. Heute denselben Berg gefahren.</translation>
    </message>
    <message>
      <location filename="ui/people/limits.py" />
      <source>Use Blank page</source>
      <translation>Leere Seite benutzen</translation>
    </message>
    <message>
      <location filename="ui/shopbook/suggested.py" />
      <source>Use it</source>
      <translation>Übernehmen</translation>
    </message>
    <message>
      <location filename="ui/settings/copies.py" />
      <source>Use it from now on</source>
      <translation>Ab jetzt verwenden</translation>
    </message>
    <message>
      <location filename="desktop/coach/book.py" />
      <source>Use the Shop book's</source>
      <translation>Wie im Ladenbuch</translation>
    </message>
    <message>
      <location filename="ui/settings/copies.py" />
      <source>Use the copy of {when} from now on?</source>
      <translation>Ab jetzt die Kopie von {when} verwenden?</translation>
    </message>
    <message>
      <location filename="ui/conversation/popups.py" />
      <source>Use these</source>
      <translation>Diese nehmen</translation>
    </message>
    <message>
      <location filename="ui/app.py" />
      <source>Use this copy</source>
      <translation>Diese Kopie benutzen</translation>
    </message>
    <message>
      <location filename="desktop/counter/book.py" />
      <source>Used what {person_name} suggested</source>
      <translation>Übernommen, was {person_name} vorschlug</translation>
    </message>
    <message>
      <location filename="ui/people/details.py" />
      <source>Usually here</source>
      <translation>Meistens hier</translation>
    </message>
    <message>
      <location filename="ui/shopbook/voice.py" />
      <source>Value {n}</source>
      <translation>Wert {n}</translation>
    </message>
    <message>
      <location filename="ui/settings/about.py" />
      <source>Version {number}</source>
      <translation>Version {number}</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>View</source>
      <translation>Ansicht</translation>
    </message>
    <message>
      <location filename="ui/shopbook/page.py" />
      <source>Voice</source>
      <translation>Ton</translation>
    </message>
    <message>
      <location filename="desktop/forgetting/person.py" />
      <source>Wait until it has gone, then try again.</source>
      <translation>Warten Sie, bis sie hinaus ist, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
      <location filename="desktop/forgetting/__init__.py" />
      <source>Waiting</source>
      <translation>Wartet</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Waiting for a connection</source>
      <translation>Wartet auf eine Verbindung</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Waiting for {first}</source>
      <translation>Wartet auf {first}</translation>
    </message>
    <message>
      <location filename="ui/conversation/asking.py" />
      <source>Waiting for {owner}</source>
      <translation>Warten auf {owner}</translation>
    </message>
    <message>
      <location filename="ui/accounts/sign_in_step.py" />
      <source>Waiting for {place}…</source>
      <translation>Warten auf {place}…</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Waiting in the outbox</source>
      <translation>Wartet im Postausgang</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Waiting on them</source>
      <translation>Warten auf Kunden</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Waits until you press Send now</source>
      <translation>Wartet, bis Sie auf „Jetzt senden“ drücken</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>Wang and Chaudhry</source>
      <translation>Wang und Chaudhry</translation>
    </message>
    <message>
      <location filename="ui/composer/coach_item.py" />
      <source>Wants a second look</source>
      <translation>Noch einmal ansehen</translation>
    </message>
    <message>
      <location filename="ui/sights.py" />
      <source>We can’t see this page from here. Last known: </source>
      <translation>Wir können diese Seite von hier aus nicht sehen. Zuletzt bekannt: </translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>We can’t tell if this went. Look before you send again.</source>
      <translation>Wir wissen nicht, ob das gegangen ist. Sehen Sie nach, bevor Sie es noch einmal senden.</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>We copy it, you paste it</source>
      <translation>Wir kopieren, Sie fügen ein</translation>
    </message>
    <message>
      <location filename="ui/complaints/details.py" />
      <source>We couldn’t open the page.</source>
      <translation>Wir konnten die Seite nicht öffnen.</translation>
    </message>
    <message>
      <location filename="ui/complaints/details.py" />
      <source>We couldn’t open the proof page.</source>
      <translation>Wir konnten die Seite des Nachweises nicht öffnen.</translation>
    </message>
    <message>
      <location filename="ui/printing.py" />
      <source>We couldn’t write {name}.</source>
      <translation>{name} ließ sich nicht schreiben.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>We did it and they have it</source>
      <translation>Wir haben es getan, und es ist angekommen</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>We did it, no word from them</source>
      <translation>Wir haben es getan, noch keine Rückmeldung</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>We disagree, and we’ve said why in public</source>
      <translation>Wir sehen es anders und haben öffentlich gesagt, warum</translation>
    </message>
    <message>
      <location filename="desktop/public_holidays.py" />
      <source>We don't know the public holidays of {country}.</source>
      <translation>Die Feiertage von {country} kennen wir nicht.</translation>
    </message>
    <message>
      <location filename="desktop/public_holidays.py" />
      <source>We don't know the public holidays of {region}.</source>
      <translation>Die Feiertage von {region} kennen wir nicht.</translation>
    </message>
    <message>
      <location filename="ui/shopbook/printing.py" />
      <source>We don’t say</source>
      <translation>Wir sagen nicht</translation>
    </message>
    <message>
      <location filename="ui/shopbook/voice.py" />
      <source>We don’t say (a line each)</source>
      <translation>Wir sagen nicht (je Zeile eines)</translation>
    </message>
    <message>
      <location filename="ui/history/story.py" />
      <source>We have the link but no saved copy. We’ll fetch one when you’re online.</source>
      <translation>Wir haben den Link, aber keine Kopie. Wir holen eine, sobald Sie online sind.</translation>
    </message>
    <message>
      <location filename="desktop/counter/happening.py" />
      <source>We know this</source>
      <translation>Das wissen wir</translation>
    </message>
    <message>
      <location filename="ui/happening/sheet.py" />
      <source>We know this: the cause may be named</source>
      <translation>Das wissen wir: Die Ursache darf genannt werden</translation>
    </message>
    <message>
      <location filename="ui/complaints/details.py" />
      <source>We looked on {day} and again on {other}.</source>
      <translation>Wir haben am {day} und noch einmal am {other} nachgesehen.</translation>
    </message>
    <message>
      <location filename="ui/complaints/details.py" />
      <source>We looked on {day}.</source>
      <translation>Wir haben am {day} nachgesehen.</translation>
    </message>
    <message>
      <location filename="ui/complaints/details.py" />
      <source>We looked {day} and again a day later: there is no such page any more.</source>
      <translation>Wir haben {day} und einen Tag später noch einmal nachgesehen: Die Seite gibt es nicht mehr.</translation>
    </message>
    <message>
      <location filename="ui/complaints/details.py" />
      <source>We looked {day} and didn’t find it. We’ll look again {other}, and only then count it as gone.</source>
      <translation>Wir haben {day} nachgesehen und es nicht gefunden. Wir sehen {other} noch einmal nach, und erst dann gilt es als weg.</translation>
    </message>
    <message>
      <location filename="ui/complaints/details.py" />
      <source>We looked {day} and didn’t find it. We’ll look again {other}, and then ask you.</source>
      <translation>Wir haben {day} nachgesehen und es nicht gefunden. Wir sehen {other} noch einmal nach und fragen dann Sie.</translation>
    </message>
    <message>
      <location filename="ui/history/outcomes.py" />
      <source>We said so</source>
      <translation>Wir sagen es</translation>
    </message>
    <message>
      <location filename="ui/shopbook/printing.py" />
      <source>We say</source>
      <translation>Wir sagen</translation>
    </message>
    <message>
      <location filename="ui/shopbook/voice.py" />
      <source>We say (a line each)</source>
      <translation>Wir sagen (je Zeile eines)</translation>
    </message>
    <message>
      <location filename="desktop/errors.py" />
      <source>We'll try again when there is a connection.</source>
      <translation>Wir versuchen es wieder, sobald es eine Verbindung gibt.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Website, account</source>
      <translation>Website, Konto</translation>
    </message>
    <message>
      <location filename="ui/history/outcomes.py" />
      <source>Wed</source>
      <translation>Mi</translation>
    </message>
    <message>
      <location filename="desktop/coach/book.py" />
      <source>Wednesday</source>
      <translation>Mittwoch</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_dialog.py" />
      <source>Week</source>
      <translation>Woche</translation>
    </message>
    <message>
      <location filename="ui/session.py" />
      <source>Welcome</source>
      <translation>Willkommen</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Welcome page</source>
      <translation>Willkommensseite</translation>
    </message>
    <message>
      <location filename="ui/accounts/sign_in_step.py" />
      <source>We’ll open {place} in your browser. Sign in there and say yes to what you want to allow. We never see your password. Come back here afterwards.</source>
      <translation>Wir öffnen {place} in Ihrem Browser. Melden Sie sich dort an und stimmen Sie dem zu, was Sie erlauben wollen. Ihr Passwort sehen wir nie. Kommen Sie danach hierher zurück.</translation>
    </message>
    <message>
      <location filename="ui/accounts/standing.py" />
      <source>We’ll try again at {when}.</source>
      <translation>Neuer Versuch: {when}.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/feed.py" />
      <source>We’ll try again.</source>
      <translation>Wir versuchen es wieder.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/youtube.py" />
      <source>What YouTube allows a day</source>
      <translation>Was YouTube am Tag erlaubt</translation>
    </message>
    <message>
      <location filename="ui/settings/wordings.py" />
      <source>What a part may begin with. Every wording has a blank that only its writer can fill.</source>
      <translation>Womit ein Teil anfangen kann. Jede Formulierung hat eine Lücke, die nur füllen kann, wer schreibt.</translation>
    </message>
    <message>
      <location filename="ui/widgets/passerby.py" />
      <source>What a passer-by sees</source>
      <translation>Was ein Passant sieht</translation>
    </message>
    <message>
      <location filename="ui/complaints/side_panel.py" />
      <source>What a passer-by sees today</source>
      <translation>Was ein Passant heute sieht</translation>
    </message>
    <message>
      <location filename="ui/complaints/top.py" />
      <source>What about</source>
      <translation>Worum es geht</translation>
    </message>
    <message>
      <location filename="ui/settings/parts.py" />
      <source>What an opening begins with when you write. The owner’s stays as it is.</source>
      <translation>Womit ein Anfang beginnt, wenn Sie schreiben. Der des Inhabers bleibt, wie er ist.</translation>
    </message>
    <message>
      <location filename="ui/settings/parts.py" />
      <source>What an opening begins with, for everybody here. Helpers can have it their own way.</source>
      <translation>Womit ein Anfang beginnt, für alle hier. Aushilfen können es auf ihre Art haben.</translation>
    </message>
    <message>
      <location filename="desktop/imports/x.py" />
      <source>What belongs to it isn’t what it should be.</source>
      <translation>Was dazugehört, ist nicht, was es sein sollte.</translation>
    </message>
    <message>
      <location filename="ui/settings/copies.py" />
      <source>What came and was written since then isn’t in it.</source>
      <translation>Was seitdem kam und geschrieben wurde, ist nicht darin.</translation>
    </message>
    <message>
      <location filename="ui/finder.py" />
      <source>What can be done</source>
      <translation>Was man tun kann</translation>
    </message>
    <message>
      <location filename="ui/history/note_dialog.py" />
      <source>What changed in the shop, and when. Searches say how often before and after.</source>
      <translation>Was sich im Laden geändert hat, und wann. Suchen sagen, wie oft davor und danach.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>What complaints and praise are about, as guessed or said.</source>
      <translation>Worum es in Beschwerden und Lob geht, vermutet oder gesagt.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>What complaints are about</source>
      <translation>Worum es in Beschwerden geht</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>What does a passer-by see on {place}?</source>
      <translation>Was sieht ein Passant auf {place}?</translation>
    </message>
    <message>
      <location filename="ui/shopbook/facts.py" />
      <source>What does everyone need to know?</source>
      <translation>Was müssen alle wissen?</translation>
    </message>
    <message>
      <location filename="ui/shopbook/limits.py" />
      <source>What each of us may promise without asking</source>
      <translation>Was jeder von uns ohne Rückfrage zusagen darf</translation>
    </message>
    <message>
      <location filename="ui/happening/statement.py" />
      <source>What everybody reads</source>
      <translation>Was alle lesen</translation>
    </message>
    <message>
      <location filename="ui/shopbook/page.py" />
      <source>What everyone answering for the shop should know</source>
      <translation>Was alle wissen sollten, die für den Laden antworten</translation>
    </message>
    <message>
      <location filename="ui/shopbook/printing.py" />
      <source>What everyone should know</source>
      <translation>Was alle wissen sollten</translation>
    </message>
    <message>
      <location filename="ui/conversation/happened.py" />
      <source>What happened there.</source>
      <translation>Was da geschehen ist.</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>What happened to them, and by when.</source>
      <translation>Was ihnen passiert ist und bis wann.</translation>
    </message>
    <message>
      <location filename="ui/happening/statement.py" />
      <source>What happened, what was ours, what to do, when you’ll say more. Nothing to sell.</source>
      <translation>Was passiert ist, was an uns lag, was zu tun ist, wann Sie mehr sagen. Keine Werbung.</translation>
    </message>
    <message>
      <location filename="ui/composer/context.py" />
      <source>What happens, who does it, by when</source>
      <translation>Was geschieht, wer es tut, bis wann</translation>
    </message>
    <message>
      <location filename="desktop/connectors/feed_posts.py" />
      <source>What is at {host} isn’t a feed we can read.</source>
      <translation>Was bei {host} liegt, ist kein Feed, den wir lesen können.</translation>
    </message>
    <message>
      <location filename="ui/moving.py" />
      <source>What is in it comes into this folder: {folder}</source>
      <translation>Was darin ist, kommt in diesen Ordner: {folder}</translation>
    </message>
    <message>
      <location filename="ui/open_protected.py" />
      <source>What is in it is written beside it, and anybody can read that then. Delete it when you’re done.</source>
      <translation>Was darin ist, wird daneben geschrieben, und das kann dann jeder lesen. Löschen Sie es, wenn Sie fertig sind.</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>What is it about?</source>
      <translation>Worum geht es?</translation>
    </message>
    <message>
      <location filename="ui/settings/quiet.py" />
      <source>What is late on the complaints board. Nowhere is it a score of a person.</source>
      <translation>Danach gilt eine Beschwerde auf der Tafel als überfällig. Nirgends wird damit jemand bewertet.</translation>
    </message>
    <message>
      <location filename="ui/settings/how_long.py" />
      <source>What is older goes once a day, and with the last message of a conversation its notes. What still waits for you stays. Nothing of it comes in again. Daily copies keep what they had; the oldest of them go after 12 months. The shop file doesn’t get smaller: the room that becomes free in it is used for what comes next.</source>
      <translation>Was älter ist, geht einmal am Tag, und mit der letzten Nachricht eines Gesprächs gehen seine Notizen. Was noch auf Sie wartet, bleibt. Nichts davon kommt wieder herein. Tageskopien behalten, was sie hatten; die ältesten gehen nach 12 Monaten. Die Ladendatei wird nicht kleiner: Der Platz, der in ihr frei wird, ist für das, was als Nächstes kommt.</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>What is older than a month comes in as done. What is newer and unanswered stands in the inbox.</source>
      <translation>Was älter als ein Monat ist, kommt als erledigt herein. Neueres ohne Antwort steht im Eingang.</translation>
    </message>
    <message>
      <location filename="ui/accounts/details.py" />
      <source>What is read</source>
      <translation>Was gelesen wird</translation>
    </message>
    <message>
      <location filename="ui/model/sheet.py" />
      <source>What is sent about this message</source>
      <translation>Was zu dieser Nachricht gesendet wird</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>What is this?</source>
      <translation>Was ist das?</translation>
    </message>
    <message>
      <location filename="ui/accounts/details.py" />
      <source>What it can do</source>
      <translation>Was es kann</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>What it costs</source>
      <translation>Was es kostet</translation>
    </message>
    <message>
      <location filename="ui/happening/sheet.py" />
      <source>What it is about</source>
      <translation>Worum es geht</translation>
    </message>
    <message>
      <location filename="ui/conversation/header.py" />
      <source>What it is about: {topics}</source>
      <translation>Worum es geht: {topics}</translation>
    </message>
    <message>
      <location filename="ui/conversation/acts.py" />
      <source>What it is about…</source>
      <translation>Worum es geht…</translation>
    </message>
    <message>
      <location filename="ui/settings/about.py" />
      <source>What it is made with</source>
      <translation>Womit es gemacht ist</translation>
    </message>
    <message>
      <location filename="ui/welcome/story.py" />
      <source>What it looks like when it works</source>
      <translation>So sieht es aus, wenn es klappt</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>What it needs</source>
      <translation>Was es braucht</translation>
    </message>
    <message>
      <location filename="ui/ending/shows_tab.py" />
      <source>What it says there, kept as a copy</source>
      <translation>Was dort steht, als Kopie aufgehoben</translation>
    </message>
    <message>
      <location filename="ui/settings/learning.py" />
      <source>What leans a guess</source>
      <translation>Was Vermutungen beeinflusst</translation>
    </message>
    <message>
      <location filename="desktop/model/place.py" />
      <source>What leaves this computer is shown each time.</source>
      <translation>Was diesen Computer verlässt, wird jedes Mal gezeigt.</translation>
    </message>
    <message>
      <location filename="ui/shopbook/limits.py" />
      <source>What may helpers promise?</source>
      <translation>Was dürfen Aushilfen zusagen?</translation>
    </message>
    <message>
      <location filename="ui/practice/public_panel.py" />
      <source>What moved them</source>
      <translation>Was sie bewegt hat</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>What never arrives</source>
      <translation>Was nie ankommt</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>What nobody adds</source>
      <translation>Was niemand hinzufügt</translation>
    </message>
    <message>
      <location filename="desktop/connectors/youtube.py" />
      <source>What people say of you on other channels, and comments that YouTube holds back until you let them through.</source>
      <translation>Was man auf anderen Kanälen über Sie sagt, und Kommentare, die YouTube zurückhält, bis Sie sie freigeben.</translation>
    </message>
    <message>
      <location filename="ui/by_hand/dialog.py" />
      <source>What somebody said about you, where we can’t fetch it.</source>
      <translation>Was jemand über Sie gesagt hat, wo wir es nicht abrufen können.</translation>
    </message>
    <message>
      <location filename="ui/settings/learning.py" />
      <source>What somebody writes is guessed on this computer, and stays a guess until one of you says what it is. Each time you do, the open guesses and the next ones learn a little from it. What the reader is sure of stays, and what is serious always comes first.</source>
      <translation>Was jemand schreibt, wird auf diesem Computer vermutet und bleibt eine Vermutung, bis eine oder einer von Ihnen sagt, was es ist. Jedes Mal lernen die offenen und die nächsten Vermutungen ein wenig daraus. Was sicher erkannt wird, bleibt, und Ernstes kommt immer zuerst.</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>What stands in Add by hand, not added yet</source>
      <translation>Was unter „Von Hand hinzufügen“ steht und noch nicht hinzugefügt ist</translation>
    </message>
    <message>
      <location filename="desktop/counter/adding.py" />
      <source>What that goes on with isn’t here any more.</source>
      <translation>Das, womit es weitergeht, ist nicht mehr da.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/feed.py" />
      <source>What the feed still lists</source>
      <translation>Was der Feed noch auflistet</translation>
    </message>
    <message>
      <location filename="ui/composer/situation.py" />
      <source>What the openings are for. Press to choose another.</source>
      <translation>Wofür die Anfänge sind. Drücken, um etwas anderes zu wählen.</translation>
    </message>
    <message>
      <location filename="desktop/imports/heads.py" />
      <source>What they said</source>
      <translation>Was gesagt wurde</translation>
    </message>
    <message>
      <location filename="ui/conversation/popups.py" />
      <source>What they wrote on {place}</source>
      <translation>Was auf {place} geschrieben wurde</translation>
    </message>
    <message>
      <location filename="ui/shopbook/voice.py" />
      <source>What to do about value {n}</source>
      <translation>Was mit Wert {n} geschehen soll</translation>
    </message>
    <message>
      <location filename="ui/conversation/cards.py" />
      <source>What to do now</source>
      <translation>Was jetzt zu tun ist</translation>
    </message>
    <message>
      <location filename="ui/settings/copies.py" />
      <source>What waited to be sent is held until somebody has looked.</source>
      <translation>Was zu senden war, wird zurückgehalten, bis jemand nachgesehen hat.</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>What waited to be sent is held: look at it before it goes.</source>
      <translation>Was zu senden war, wird zurückgehalten: Sehen Sie es an, bevor es hinausgeht.</translation>
    </message>
    <message>
      <location filename="ui/happening/people.py" />
      <source>What was decided</source>
      <translation>Was entschieden wurde</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>What was deleted still lies in free pages of the shop file</source>
      <translation>Gelöschtes liegt noch in freien Seiten der Ladendatei</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>What was said before is found in History. What is older than a month waits for nobody.</source>
      <translation>Was früher gesagt wurde, ist im Verlauf zu finden. Was älter als ein Monat ist, wartet auf niemanden.</translation>
    </message>
    <message>
      <location filename="ui/inbox/listing.py" />
      <source>What was said before is in History. Connect a place, and what is new stands here.</source>
      <translation>Was früher gesagt wurde, steht im Verlauf. Verbinden Sie einen Ort, dann steht hier, was neu ist.</translation>
    </message>
    <message>
      <location filename="desktop/aside.py" />
      <source>What was set aside can’t be read any more.</source>
      <translation>Was beiseitegelegt war, ist nicht mehr lesbar.</translation>
    </message>
    <message>
      <location filename="desktop/web.py" />
      <source>What was typed for {host} can't be sent. Check it for odd characters.</source>
      <translation>Die Eingabe für {host} lässt sich nicht senden. Prüfen Sie sie auf seltsame Zeichen.</translation>
    </message>
    <message>
      <location filename="desktop/mailbox.py" />
      <source>What was typed for {host} can’t be sent. Check it for odd characters.</source>
      <translation>Die Eingabe für {host} lässt sich nicht senden. Prüfen Sie sie auf seltsame Zeichen.</translation>
    </message>
    <message>
      <location filename="ui/conversation/cards.py" />
      <source>What we don’t know yet</source>
      <translation>Was wir noch nicht wissen</translation>
    </message>
    <message>
      <location filename="desktop/counter/happening.py" />
      <source>What we know</source>
      <translation>Was wir wissen</translation>
    </message>
    <message>
      <location filename="desktop/counter/book.py" />
      <source>What we stand for</source>
      <translation>Wofür wir stehen</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_page.py" />
      <source>What went wrong more than once</source>
      <translation>Was mehr als einmal schiefging</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>What you don't say</source>
      <translation>Was Sie nicht sagen</translation>
    </message>
    <message>
      <location filename="ui/shopbook/voice.py" />
      <source>What you write here goes into what is checked before you post.</source>
      <translation>Was Sie hier schreiben, wird vor dem Posten mit geprüft.</translation>
    </message>
    <message>
      <location filename="ui/shopbook/page.py" />
      <source>What you write here turns up beside the messages it fits.</source>
      <translation>Was Sie hier aufschreiben, taucht neben den Nachrichten auf, zu denen es passt.</translation>
    </message>
    <message>
      <location filename="desktop/counter/team.py" />
      <source>What {name} may do</source>
      <translation>Was {name} darf</translation>
    </message>
    <message>
      <location filename="ui/people/details.py" />
      <source>What {name} may do without asking</source>
      <translation>Was {name} ohne Rückfrage darf</translation>
    </message>
    <message>
      <location filename="ui/people/asked.py" />
      <source>What {name} would hide</source>
      <translation>Was {name} ausblenden würde</translation>
    </message>
    <message>
      <location filename="ui/people/asked.py" />
      <source>What {name} would say</source>
      <translation>Was {name} sagen würde</translation>
    </message>
    <message>
      <location filename="ui/forget_desk.py" />
      <source>What {name} wrote is in no file of this folder any more.</source>
      <translation>Was {name} geschrieben hat, steht in keiner Datei dieses Ordners mehr.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/mastodon.py" />
      <source>What's your server? The part after the second @.</source>
      <translation>Wie heißt Ihr Server? Der Teil nach dem zweiten @.</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_page.py" />
      <source>Whatever is fixed shows it.</source>
      <translation>Alles Behobene ist auch zu sehen.</translation>
    </message>
    <message>
      <location filename="ui/complaints/column.py" />
      <source>What’s fixed can be seen to be fixed.</source>
      <translation>Was behoben ist, ist auch als behoben zu sehen.</translation>
    </message>
    <message>
      <location filename="ui/welcome/questions.py" />
      <source>What’s your name?</source>
      <translation>Wie heißen Sie?</translation>
    </message>
    <message>
      <location filename="ui/welcome/questions.py" />
      <source>What’s your shop called?</source>
      <translation>Wie heißt Ihr Laden?</translation>
    </message>
    <message>
      <location filename="desktop/imports/heads.py" />
      <source>When</source>
      <translation>Wann</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>When conversations began, by weekday and hour.</source>
      <translation>Wann Gespräche begannen, nach Wochentag und Stunde.</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>When it moves out of sight, passers-by lose trust. What is seen builds it.</source>
      <translation>Wenn es aus dem Blick gerät, verlieren Passanten Vertrauen. Was zu sehen ist, baut es auf.</translation>
    </message>
    <message>
      <location filename="ui/happening/page.py" />
      <source>When many people write about one thing within an hour, the Inbox asks whether it is one.</source>
      <translation>Wenn viele innerhalb einer Stunde über dieselbe Sache schreiben, fragt der Eingang, ob es eine ist.</translation>
    </message>
    <message>
      <location filename="ui/complaints/page.py" />
      <source>When one comes, it lives here until a passer-by can see how it ended.</source>
      <translation>Kommt eine, bleibt sie hier, bis ein Passant sehen kann, wie es ausging.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>When people write</source>
      <translation>Wann Leute schreiben</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>When somebody was last at the counter</source>
      <translation>Wann jemand zuletzt an der Theke war</translation>
    </message>
    <message>
      <location filename="desktop/imports/heads.py" />
      <source>When we answered</source>
      <translation>Wann wir antworteten</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>When what was deleted last left the unused parts of the shop file</source>
      <translation>Wann Gelöschtes zuletzt auch die unbenutzten Teile der Ladendatei verlassen hat</translation>
    </message>
    <message>
      <location filename="ui/by_hand/dialog.py" />
      <source>Where</source>
      <translation>Wo</translation>
    </message>
    <message>
      <location filename="ui/accounts/page.py" />
      <source>Where do people talk about you?</source>
      <translation>Wo redet man über Sie?</translation>
    </message>
    <message>
      <location filename="ui/welcome/page.py" />
      <source>Where is it?</source>
      <translation>Wo steht es?</translation>
    </message>
    <message>
      <location filename="ui/happening/statement.py" />
      <source>Where is it? Paste its link, or name the place</source>
      <translation>Wo steht es? Link einfügen oder den Ort nennen</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>Where is my data?</source>
      <translation>Wo sind meine Daten?</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/columns.py" />
      <source>Where it was said</source>
      <translation>Wo es gesagt wurde</translation>
    </message>
    <message>
      <location filename="ui/accounts/page.py" />
      <source>Where people talk about you</source>
      <translation>Wo man über Sie redet</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Where somebody was in the window</source>
      <translation>Wo jemand im Fenster war</translation>
    </message>
    <message>
      <location filename="desktop/imports/heads.py" />
      <source>Where, line by line</source>
      <translation>Wo, Zeile für Zeile</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>Which account is you</source>
      <translation>Welches Konto Sie sind</translation>
    </message>
    <message>
      <location filename="ui/insights/page.py" />
      <source>Which dates?</source>
      <translation>Welche Zeit?</translation>
    </message>
    <message>
      <location filename="desktop/connectors/mail.py" />
      <source>Which folder? Only if notices don't come into the inbox.</source>
      <translation>Welcher Ordner? Nur wenn die Mitteilungen nicht in den Posteingang kommen.</translation>
    </message>
    <message>
      <location filename="ui/ending/mark_fixed.py" />
      <source>Which message? It is kept as the reason.</source>
      <translation>Welche Nachricht? Sie wird als Grund aufgehoben.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google.py" />
      <source>Which of your places? Only if you have several on Google: its name there.</source>
      <translation>Welcher Ihrer Läden? Nur wenn Sie mehrere bei Google haben: sein Name dort.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/facebook.py" />
      <source>Which page? Only if you look after several: its name.</source>
      <translation>Welche Seite? Nur wenn Sie mehrere betreuen: ihr Name.</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_dialog.py" />
      <source>Which week</source>
      <translation>Welche Woche</translation>
    </message>
    <message>
      <location filename="ui/notify.py" />
      <source>While the shop was closed: {many}</source>
      <translation>Solange der Laden zu war: {many}</translation>
    </message>
    <message>
      <location filename="desktop/imports/heads.py" />
      <source>Who</source>
      <translation>Wer</translation>
    </message>
    <message>
      <location filename="ui/history/facets.py" />
      <source>Who answered</source>
      <translation>Wer geantwortet hat</translation>
    </message>
    <message>
      <location filename="ui/people/page.py" />
      <source>Who answers for the shop, and how far they can go</source>
      <translation>Wer für den Laden antwortet und wie weit jeder gehen kann</translation>
    </message>
    <message>
      <location filename="ui/by_hand/dialog.py" />
      <source>Who can see it</source>
      <translation>Wer es sehen kann</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Who was at the counter last</source>
      <translation>Wer zuletzt am Tresen war</translation>
    </message>
    <message>
      <location filename="desktop/coach/looks.py" />
      <source>Who's speaking?</source>
      <translation>Wer spricht?</translation>
    </message>
    <message>
      <location filename="ui/everything.py" />
      <source>Whoever gets the file can read what customers wrote to you.</source>
      <translation>Wer die Datei bekommt, kann lesen, was Kunden Ihnen geschrieben haben.</translation>
    </message>
    <message>
      <location filename="ui/conversation/rights.py" />
      <source>Whoever has that account signs in with it, or you answer on YouTube itself.</source>
      <translation>Wer dieses Konto hat, meldet sich damit an, oder Sie antworten auf YouTube selbst.</translation>
    </message>
    <message>
      <location filename="ui/happening/closing.py" />
      <source>Whoever read the first words waits for the last ones.</source>
      <translation>Wer das erste Wort gelesen hat, wartet auf das letzte.</translation>
    </message>
    <message>
      <location filename="ui/insights/page.py" />
      <source>Whole year</source>
      <translation>Ganzes Jahr</translation>
    </message>
    <message>
      <location filename="desktop/counter/answering.py" />
      <source>Whom this was for was forgotten here.</source>
      <translation>Für wen das war, wurde hier vergessen.</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>Whose</source>
      <translation>Wessen</translation>
    </message>
    <message>
      <location filename="ui/complaints/top.py" />
      <source>Whose complaints</source>
      <translation>Wessen Beschwerden</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Whose words</source>
      <translation>Wessen Worte</translation>
    </message>
    <message>
      <location filename="ui/lock/page.py" />
      <source>Who’s at the counter?</source>
      <translation>Wer ist am Tresen?</translation>
    </message>
    <message>
      <location filename="ui/ending/leave_standing.py" />
      <source>Why does it stay as it is?</source>
      <translation>Warum bleibt es, wie es ist?</translation>
    </message>
    <message>
      <location filename="ui/complaints/table.py" />
      <source>Why it stays</source>
      <translation>Warum es bleibt</translation>
    </message>
    <message>
      <location filename="ui/complaints/side_panel.py" />
      <source>Why it stays as it is</source>
      <translation>Warum es so bleibt</translation>
    </message>
    <message>
      <location filename="ui/people/asked.py" />
      <source>Why not this time</source>
      <translation>Warum diesmal nicht</translation>
    </message>
    <message>
      <location filename="ui/shopbook/closures.py" />
      <source>Why, for everyone answering</source>
      <translation>Warum, für alle, die antworten</translation>
    </message>
    <message>
      <location filename="ui/people/asked.py" />
      <source>Why, in a few words</source>
      <translation>Warum, in wenigen Worten</translation>
    </message>
    <message>
      <location filename="ui/composer/coach_item.py" />
      <source>Why?</source>
      <translation>Warum?</translation>
    </message>
    <message>
      <location filename="desktop/settings.py" />
      <source>Window layout</source>
      <translation>Fensteraufteilung</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x.py" />
      <source>With a link in it, X charges {dear} for this answer in place of {usual}.</source>
      <translation>Mit einem Link darin verlangt X für diese Antwort {dear} statt {usual}.</translation>
    </message>
    <message>
      <location filename="ui/people/pin.py" />
      <source>Without a PIN anybody at this computer can open as you.</source>
      <translation>Ohne PIN kann, wer an diesem Computer sitzt, als Sie öffnen.</translation>
    </message>
    <message>
      <location filename="ui/people/pin.py" />
      <source>Without a PIN anybody at this computer can open as you. Your recovery sentence goes with it.</source>
      <translation>Ohne PIN kann, wer an diesem Computer sitzt, als Sie öffnen. Ihr Wiederherstellungssatz gilt dann auch nicht mehr.</translation>
    </message>
    <message>
      <location filename="ui/people/pin.py" />
      <source>Without a PIN anybody at this computer can open as {name}.</source>
      <translation>Ohne PIN kann, wer an diesem Computer sitzt, als {name} öffnen.</translation>
    </message>
    <message>
      <location filename="desktop/records.py" />
      <source>Without asking, per customer</source>
      <translation>Ohne Rückfrage, je Kunde</translation>
    </message>
    <message>
      <location filename="desktop/searching/__init__.py" />
      <source>Word</source>
      <translation>Word</translation>
    </message>
    <message>
      <location filename="desktop/starters/__init__.py" />
      <source>Wording</source>
      <translation>Wording</translation>
    </message>
    <message>
      <location filename="desktop/counter/wordings.py" />
      <source>Wording changed</source>
      <translation>Formulierung geändert</translation>
    </message>
    <message>
      <location filename="desktop/counter/wordings.py" />
      <source>Wording removed</source>
      <translation>Formulierung entfernt</translation>
    </message>
    <message>
      <location filename="ui/settings/dialog.py" />
      <source>Wordings</source>
      <translation>Formulierungen</translation>
    </message>
    <message>
      <location filename="desktop/starters/kept.py" />
      <source>Wordings are kept for a part of a reply, in one of the situations.</source>
      <translation>Formulierungen werden für einen Teil einer Antwort aufgehoben, in einer der Situationen.</translation>
    </message>
    <message>
      <location filename="ui/shopbook/editor.py" />
      <source>Words people use for it, with commas between</source>
      <translation>Wörter, die Leute dafür benutzen, mit Kommas dazwischen</translation>
    </message>
    <message>
      <location filename="ui/accounts/page.py" />
      <source>Working</source>
      <translation>Läuft</translation>
    </message>
    <message>
      <location filename="ui/accounts/ways.py" />
      <source>Works today. Paste a link or the words. Fine for a few a week.</source>
      <translation>Geht heute schon. Fügen Sie einen Link oder die Worte ein. Gut für ein paar in der Woche.</translation>
    </message>
    <message>
      <location filename="desktop/counter/noting.py" />
      <source>Write a day that has been, or one of the next twelve months.</source>
      <translation>Schreiben Sie einen Tag, der schon war, oder einen der nächsten zwölf Monate.</translation>
    </message>
    <message>
      <location filename="ui/people/details.py" />
      <source>Write down a new recovery sentence…</source>
      <translation>Neuen Wiederherstellungssatz aufschreiben…</translation>
    </message>
    <message>
      <location filename="ui/ending/leave_standing.py" />
      <source>Write it</source>
      <translation>Schreiben</translation>
    </message>
    <message>
      <location filename="desktop/connecting.py" />
      <source>Write it like 5 or 12.50, or leave it empty.</source>
      <translation>Schreiben Sie es wie 5 oder 12,50, oder lassen Sie es leer.</translation>
    </message>
    <message>
      <location filename="ui/conversation/promising.py" />
      <source>Write now</source>
      <translation>Jetzt schreiben</translation>
    </message>
    <message>
      <location filename="ui/conversation/ending_panel.py" />
      <source>Write the update</source>
      <translation>Meldung schreiben</translation>
    </message>
    <message>
      <location filename="ui/settings/code_card.py" />
      <source>Write this recovery code down</source>
      <translation>Schreiben Sie diesen Wiederherstellungscode auf</translation>
    </message>
    <message>
      <location filename="ui/widgets/sentence.py" />
      <source>Write this sentence down</source>
      <translation>Schreiben Sie diesen Satz auf</translation>
    </message>
    <message>
      <location filename="ui/conversation/ending_panel.py" />
      <source>Write to {name}</source>
      <translation>An {name} schreiben</translation>
    </message>
    <message>
      <location filename="ui/shopbook/editor.py" />
      <source>Write what everyone should know about it.</source>
      <translation>Schreiben Sie, was alle darüber wissen sollen.</translation>
    </message>
    <message>
      <location filename="desktop/counter/adding.py" />
      <source>Write what they said, or add a picture of it.</source>
      <translation>Schreiben Sie, was gesagt wurde, oder fügen Sie ein Bild davon hinzu.</translation>
    </message>
    <message>
      <location filename="ui/typed.py" />
      <source>Write when it opens and when it closes.</source>
      <translation>Schreiben Sie, wann geöffnet und wann geschlossen wird.</translation>
    </message>
    <message>
      <location filename="ui/history/note_dialog.py" />
      <source>Write which day.</source>
      <translation>Schreiben Sie, welcher Tag.</translation>
    </message>
    <message>
      <location filename="ui/people/limits.py" />
      <source>Write with no starter at all</source>
      <translation>Ganz ohne Anfang schreiben</translation>
    </message>
    <message>
      <location filename="ui/at_rest.py" />
      <source>Writing the shop’s files with a new key…</source>
      <translation>Die Dateien des Ladens werden mit neuem Schlüssel geschrieben…</translation>
    </message>
    <message>
      <location filename="desktop/starters/nouns.py" />
      <source>Wrong item</source>
      <translation>Falscher Artikel</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x.py" />
      <source>X allows {most} characters. Yours is {size}.</source>
      <translation>X erlaubt {most} Zeichen. Ihre Antwort hat {size}.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_refusals.py" />
      <source>X asked us to slow down.</source>
      <translation>X bat uns, langsamer zu machen.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x.py" />
      <source>X can only be signed in to in the browser.</source>
      <translation>Bei X kann man sich nur im Browser anmelden.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_sign_in.py" />
      <source>X can't be reached to renew the sign-in.</source>
      <translation>X ist nicht erreichbar, um die Anmeldung zu erneuern.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x.py" />
      <source>X charges for each post it hands over and each answer</source>
      <translation>X berechnet jeden gelieferten Beitrag und jede Antwort</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x.py" />
      <source>X doesn't answer as it used to.</source>
      <translation>X antwortet nicht wie früher.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_refusals.py" />
      <source>X doesn't let your app do this.</source>
      <translation>X lässt Ihre App das nicht tun.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_sign_in.py" />
      <source>X doesn't say who you are.</source>
      <translation>X sagt nicht, wer Sie sind.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x.py" />
      <source>X doesn't show us this: its writer lets only some people in.</source>
      <translation>X zeigt uns das nicht: Nur ausgewählte Leute dürfen es sehen.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x.py" />
      <source>X doesn't take the same words twice.</source>
      <translation>X nimmt dieselben Worte nicht zweimal.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x.py" />
      <source>X finds the shop's name in posts of seven days only: some before {day} may be missing.</source>
      <translation>X findet den Ladennamen nur in Beiträgen der letzten sieben Tage: Manche vor {day} fehlen vielleicht.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x.py" />
      <source>X gave an answer we don't understand.</source>
      <translation>X gab eine Antwort, die wir nicht verstehen.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x.py" />
      <source>X gave no clear answer. It may have worked or not.</source>
      <translation>X hat nicht eindeutig geantwortet. Es kann geklappt haben oder nicht.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_refusals.py" />
      <source>X has suspended or locked the account.</source>
      <translation>X hat das Konto vorübergehend oder ganz gesperrt.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_sign_in.py" />
      <source>X let us in for two hours only.</source>
      <translation>X hat uns nur für zwei Stunden eingelassen.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_refusals.py" />
      <source>X lets an app answer only people who named you or quoted you.</source>
      <translation>X lässt eine App nur Leuten antworten, die Sie genannt oder zitiert haben.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_sign_in.py" />
      <source>X lets programs in through an app of your own. Make one at console.x.com and buy some credits there. As its type choose Native App, as permission Read and write, and as callback address exactly:
{callback}
Then copy its Client ID here. You can delete the app there whenever you like.

With the shop's name we also find posts of the last seven days that don't name your account. Each one found costs a little. Several names: a comma between them.</source>
      <translation>X lässt Programme über eine eigene App herein. Erstellen Sie eine bei console.x.com und kaufen Sie dort etwas Guthaben. Als Typ wählen Sie „Native App“, als Berechtigung „Read and write“ und als Callback-Adresse genau:
{callback}
Dann kopieren Sie ihre Client-ID hierher. Sie können die App dort jederzeit löschen.

Mit dem Ladennamen finden wir auch Beiträge der letzten sieben Tage, die Ihr Konto nicht nennen. Jeder gefundene kostet ein wenig. Mehrere Namen: ein Komma dazwischen.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x.py" />
      <source>X only hands out the newest {count}: some before {day} may be missing.</source>
      <translation>X gibt nur die neuesten {count} heraus: Manche vor {day} fehlen vielleicht.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x.py" />
      <source>X says that it has these words already.</source>
      <translation>X sagt, dass diese Worte schon da sind.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_refusals.py" />
      <source>X says the prepaid credits are used up. Buy some at console.x.com.</source>
      <translation>X sagt, das Guthaben ist aufgebraucht. Kaufen Sie welches bei console.x.com.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_refusals.py" />
      <source>X says this account has read all it may for now.</source>
      <translation>X sagt, dieses Konto hat vorerst alles gelesen, was es darf.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/x_refusals.py" />
      <source>X signed us out.</source>
      <translation>X hat uns abgemeldet.</translation>
    </message>
    <message>
      <location filename="ui/shopbook/holidays.py" />
      <source>Year</source>
      <translation>Jahr</translation>
    </message>
    <message>
      <location filename="desktop/faces.py" />
      <source>Yelp</source>
      <translation>Yelp</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>Yes</source>
      <translation>Ja</translation>
    </message>
    <message>
      <location filename="ui/people/limits.py" />
      <source>Yes, always</source>
      <translation>Ja, immer</translation>
    </message>
    <message>
      <location filename="ui/conversation/asking.py" />
      <source>Yes, hide it</source>
      <translation>Ja, ausblenden</translation>
    </message>
    <message>
      <location filename="ui/conversation/notices.py" />
      <source>Yes, mark it fixed</source>
      <translation>Ja, als behoben markieren</translation>
    </message>
    <message>
      <location filename="ui/conversation/asking.py" />
      <source>Yes, say it</source>
      <translation>Ja, so sagen</translation>
    </message>
    <message>
      <location filename="ui/complaints/side_panel.py" />
      <source>Yes, that’s it</source>
      <translation>Ja, das ist er</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>Yes, usually {n} {unit}</source>
      <translation>Ja, meist {n} {unit}</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>Yes, {n} {unit}</source>
      <translation>Ja, {n} {unit}</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>Yes. We look without signing in</source>
      <translation>Ja. Wir sehen ohne Anmeldung nach</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>Yes. {place} checks replies first</source>
      <translation>Ja. {place} prüft Antworten zuerst</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>Yes. {place} tells us</source>
      <translation>Ja. {place} sagt es uns</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>You</source>
      <translation>Sie</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>You asked before you promised. Sam said yes in a minute, and angryspoke never knew.</source>
      <translation>Sie haben gefragt, bevor Sie zugesagt haben. Sam sagte nach einer Minute ja, und angryspoke hat es nie erfahren.</translation>
    </message>
    <message>
      <location filename="desktop/coach/steps.py" />
      <source>You asked on {date}</source>
      <translation>Sie haben am {date} darum gebeten</translation>
    </message>
    <message>
      <location filename="ui/ending/facts.py" />
      <source>You asked on {date}.</source>
      <translation>Sie haben am {date} darum gebeten.</translation>
    </message>
    <message>
      <location filename="ui/conversation/ending_panel.py" />
      <source>You asked on {date}. Asking twice feels like pushing.</source>
      <translation>Sie haben am {date} darum gebeten. Zweimal bitten wirkt wie Drängen.</translation>
    </message>
    <message>
      <location filename="ui/conversation/ending_panel.py" />
      <source>You asked {name} to say how it ended on {date}.</source>
      <translation>Am {date} haben Sie {name} gebeten, zu sagen, wie es ausging.</translation>
    </message>
    <message>
      <location filename="ui/by_hand/dialog.py" />
      <source>You began this before. Add it or empty it first, then choose “They wrote again…” once more.</source>
      <translation>Das hier war schon angefangen. Fügen Sie es hinzu oder leeren Sie es, und wählen Sie dann „Hat noch einmal geschrieben…“ noch einmal.</translation>
    </message>
    <message>
      <location filename="ui/at_rest.py" />
      <source>You came in with the recovery code.</source>
      <translation>Sie kamen mit dem Wiederherstellungscode herein.</translation>
    </message>
    <message>
      <location filename="ui/welcome/page.py" />
      <source>You can come back to this page from Help</source>
      <translation>Zu dieser Seite kommen Sie über Hilfe zurück</translation>
    </message>
    <message>
      <location filename="ui/trouble.py" />
      <source>You can go on.</source>
      <translation>Sie können weitermachen.</translation>
    </message>
    <message>
      <location filename="ui/trouble.py" />
      <source>You can go on. The details are in {log}.</source>
      <translation>Sie können weitermachen. Die Einzelheiten stehen in {log}.</translation>
    </message>
    <message>
      <location filename="ui/accounts/ways.py" />
      <source>You can start one way today and switch later. Nothing is lost or doubled when you do.</source>
      <translation>Sie können heute so beginnen und später wechseln. Nichts geht dabei verloren oder verdoppelt sich.</translation>
    </message>
    <message>
      <location filename="desktop/counter/asking.py" />
      <source>You decide this yourself.</source>
      <translation>Das entscheiden Sie selbst.</translation>
    </message>
    <message>
      <location filename="desktop/coach/own_words.py" />
      <source>You don't say “{phrase}”</source>
      <translation>„{phrase}“ sagen Sie nicht</translation>
    </message>
    <message>
      <location filename="ui/forget_dialog.py" />
      <source>You have 30 days to undo it, in Settings, Data. Until {day} it lies in a file of its own in the shop folder, and copies made before now still have it. Then that file is deleted, and those copies are written anew without it. Copies you keep somewhere else aren’t touched.</source>
      <translation>Sie können es 30 Tage lang rückgängig machen, unter Einstellungen, Daten. Bis {day} liegt es in einer eigenen Datei im Ladenordner, und Kopien von vorher enthalten es noch. Dann wird diese Datei gelöscht, und jene Kopien werden ohne diese Daten neu geschrieben. Kopien, die Sie anderswo aufheben, bleiben unberührt.</translation>
    </message>
    <message>
      <location filename="ui/ending/facts.py" />
      <source>You have asked</source>
      <translation>Sie haben darum gebeten</translation>
    </message>
    <message>
      <location filename="ui/ending/facts.py" />
      <source>You have asked: it’s on its way.</source>
      <translation>Sie haben darum gebeten: Es ist unterwegs.</translation>
    </message>
    <message>
      <location filename="ui/people/details.py" />
      <source>You have no PIN yet: anybody at this computer can open as you.</source>
      <translation>Sie haben noch keine PIN: Wer an diesem Computer sitzt, kann als Sie öffnen.</translation>
    </message>
    <message>
      <location filename="desktop/coach/looks.py" />
      <source>You haven't answered {label}</source>
      <translation>{label} ist nicht beantwortet</translation>
    </message>
    <message>
      <location filename="desktop/counter/openings.py" />
      <source>You haven't changed this one.</source>
      <translation>Diesen haben Sie nicht geändert.</translation>
    </message>
    <message>
      <location filename="ui/ending/write_tab.py" />
      <source>You haven’t asked before. We’ll only suggest asking once.</source>
      <translation>Sie haben noch nicht darum gebeten. Wir schlagen es nur einmal vor.</translation>
    </message>
    <message>
      <location filename="desktop/model/asking.py" />
      <source>You help somebody in a small shop to begin a reply. Write an opening that they will rewrite, not a finished reply: two to four short paragraphs, each on a line of its own, in plain and warm words, in the language of the message. Wherever a time, an amount, a name, a reason or a promise would stand, put a blank in curly brackets that says what belongs there, for instance {when} or {what you'll do}. Invent nothing. No heading, no list, no sign-off.</source>
      <translation>You help somebody in a small shop to begin a reply. Write an opening that they will rewrite, not a finished reply: two to four short paragraphs, each on a line of its own, in plain and warm words, in the language of the message. Wherever a time, an amount, a name, a reason or a promise would stand, put a blank in curly brackets that says what belongs there, for instance {when} or {what you'll do}. Invent nothing. No heading, no list, no sign-off.</translation>
    </message>
    <message>
      <location filename="desktop/counter/answering.py" />
      <source>You hid this. Let it show again before you answer it in public.</source>
      <translation>Sie haben das ausgeblendet. Blenden Sie es wieder ein, bevor Sie öffentlich antworten.</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>You know your way round. Ctrl+K finds the rest by its name.</source>
      <translation>Sie kennen sich aus. Strg+K findet den Rest beim Namen.</translation>
    </message>
    <message>
      <location filename="desktop/coach/holds.py" />
      <source>You may offer nothing without asking.</source>
      <translation>Ohne Rückfrage dürfen Sie nichts anbieten.</translation>
    </message>
    <message>
      <location filename="desktop/coach/holds.py" />
      <source>You may offer up to {limit}.</source>
      <translation>Sie dürfen bis zu {limit} anbieten.</translation>
    </message>
    <message>
      <location filename="ui/conversation/cards.py" />
      <source>You may promise</source>
      <translation>Das dürfen Sie zusagen</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>You named what frightened Dana. Dana knew you’d read it. Now the ending shows too.</source>
      <translation>Sie haben benannt, was Dana erschreckt hat. Dana wusste, dass Sie es gelesen haben. Jetzt ist auch der Ausgang zu sehen.</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>You paste each one</source>
      <translation>Sie fügen jede ein</translation>
    </message>
    <message>
      <location filename="desktop/coach/steps.py" />
      <source>You promised {name} an answer by {time}</source>
      <translation>Sie haben {name} eine Antwort bis {time} zugesagt</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>You said so</source>
      <translation>Wir sagen es</translation>
    </message>
    <message>
      <location filename="ui/conversation/promising.py" />
      <source>You said you’d be back by {when}. Even “still looking” helps.</source>
      <translation>Sie sagten, Sie melden sich bis {when}. Auch „wir sind noch dran“ hilft.</translation>
    </message>
    <message>
      <location filename="ui/event_bars.py" />
      <source>You said you’d say more at {time}. Even ‘nothing new yet’ counts.</source>
      <translation>Sie wollten um {time} mehr sagen. Auch „noch nichts Neues“ zählt.</translation>
    </message>
    <message>
      <location filename="ui/conversation/promising.py" />
      <source>You said “{words}”. Keep it as a promise, for {when}?</source>
      <translation>Sie sagten „{words}“. Als Zusage merken, für {when}?</translation>
    </message>
    <message>
      <location filename="ui/moving.py" />
      <source>You sign in to each place again. What waited to be sent is held until somebody has looked.</source>
      <translation>Sie melden sich überall neu an. Was zu senden war, wird zurückgehalten, bis jemand nachgesehen hat.</translation>
    </message>
    <message>
      <location filename="ui/settings/quiet.py" />
      <source>You stopped “{check}”</source>
      <translation>Sie haben „{check}“ abgeschaltet</translation>
    </message>
    <message>
      <location filename="ui/shopbook/suggested.py" />
      <source>You suggest a change.</source>
      <translation>Sie schlagen eine Änderung vor.</translation>
    </message>
    <message>
      <location filename="ui/shopbook/suggested.py" />
      <source>You suggest a new fact.</source>
      <translation>Sie schlagen eine neue Angabe vor.</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>You tell us</source>
      <translation>Sie sagen es uns</translation>
    </message>
    <message>
      <location filename="ui/event_bars.py" />
      <source>You wanted to tell everybody by {time}. Nobody was told anything yet.</source>
      <translation>Sie wollten bis {time} allen Bescheid sagen. Noch weiß niemand etwas.</translation>
    </message>
    <message>
      <location filename="desktop/practice/lessons.py" />
      <source>You were back when you said. That is what people who weren’t sure read.</source>
      <translation>Sie waren zur zugesagten Zeit wieder da. Das lesen Leute, die unsicher waren.</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>You wrote to {first} privately.</source>
      <translation>Sie haben {first} privat geschrieben.</translation>
    </message>
    <message>
      <location filename="desktop/coach/book.py" />
      <source>You wrote {other}. One of them is out of date.</source>
      <translation>Sie schrieben {other}. Eins von beiden ist veraltet.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/oauth.py" />
      <source>You're signed in. Close this page and go back to Said &amp; Done.</source>
      <translation>Sie sind angemeldet. Schließen Sie diese Seite und gehen Sie zurück zu Said &amp; Done.</translation>
    </message>
    <message>
      <location filename="desktop/coach/steps.py" />
      <source>You've found the answer. Drop the small talk?</source>
      <translation>Sie haben die Antwort gefunden. Geplauder weglassen?</translation>
    </message>
    <message>
      <location filename="desktop/coach/steps.py" />
      <source>You've given {name} the next job</source>
      <translation>Sie haben {name} die nächste Aufgabe gegeben</translation>
    </message>
    <message>
      <location filename="desktop/coach/steps.py" />
      <source>You've named a cause for something serious. Say what you know and when you'll say more.</source>
      <translation>Sie nennen bei etwas Ernstem eine Ursache. Sagen Sie, was Sie wissen und wann Sie mehr sagen.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/youtube.py" />
      <source>YouTube Data API</source>
      <translation>YouTube Data API</translation>
    </message>
    <message>
      <location filename="desktop/connectors/youtube_quota.py" />
      <source>YouTube allows only so much a day, and today's is used up.</source>
      <translation>YouTube erlaubt nur eine gewisse Menge am Tag, und für heute ist sie aufgebraucht.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/youtube_quota.py" />
      <source>YouTube allows only so much a day. What is left of today's is kept for your replies.</source>
      <translation>YouTube erlaubt nur eine gewisse Menge am Tag. Was für heute bleibt, ist für Ihre Antworten reserviert.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/youtube.py" />
      <source>YouTube answered in a way we can't read. It may have worked or not.</source>
      <translation>YouTube hat so geantwortet, dass wir es nicht lesen können. Es kann geklappt haben oder nicht.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/youtube.py" />
      <source>YouTube can't take that comment.</source>
      <translation>YouTube kann diesen Kommentar nicht annehmen.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/youtube.py" />
      <source>YouTube doesn't take answers to that comment.</source>
      <translation>YouTube nimmt auf diesen Kommentar keine Antworten an.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/youtube.py" />
      <source>YouTube finds no words in that.</source>
      <translation>YouTube findet darin keine Worte.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/youtube.py" />
      <source>YouTube finds that too long.</source>
      <translation>YouTube findet das zu lang.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/youtube.py" />
      <source>YouTube had a problem just then. It may have worked or not.</source>
      <translation>YouTube hatte gerade eine Störung. Es kann geklappt haben oder nicht.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/youtube.py" />
      <source>YouTube isn't working right now.</source>
      <translation>YouTube funktioniert gerade nicht.</translation>
    </message>
    <message>
      <location filename="ui/conversation/rights.py" />
      <source>YouTube lets only the account that owns the channel answer from here; people it invited can’t.</source>
      <translation>YouTube lässt von hier aus nur das Konto antworten, dem der Kanal gehört; eingeladene Personen können es nicht.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/youtube.py" />
      <source>YouTube's comments can't be read.</source>
      <translation>Die Kommentare bei YouTube lassen sich nicht lesen.</translation>
    </message>
    <message>
      <location filename="ui/people/pin.py" />
      <source>Your PIN now</source>
      <translation>Ihre jetzige PIN</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>Your aim: {hours}. {p}% made it.</source>
      <translation>Ihr Ziel: {hours}. {p} % schafften es.</translation>
    </message>
    <message>
      <location filename="ui/by_hand/dialog.py" />
      <source>Your answer, as it stands there</source>
      <translation>Ihre Antwort, wie sie dort steht</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_api.py" />
      <source>Your app may have a new client secret in the Google Cloud console: sign in again with that.</source>
      <translation>Vielleicht hat Ihre App in der Google Cloud Console einen neuen Clientschlüssel: Melden Sie sich damit neu an.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Your draft</source>
      <translation>Ihr Entwurf</translation>
    </message>
    <message>
      <location filename="ui/unclean.py" />
      <source>Your draft is here, word for word.</source>
      <translation>Ihr Entwurf ist da, Wort für Wort.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Your drafts up to here are safe.</source>
      <translation>Ihre Entwürfe bis hierher sind sicher.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky.py" />
      <source>Your handle at Bluesky</source>
      <translation>Ihr Handle bei Bluesky</translation>
    </message>
    <message>
      <location filename="ui/conversation/cards.py" />
      <source>Your limits</source>
      <translation>Ihre Grenzen</translation>
    </message>
    <message>
      <location filename="desktop/connectors/mail.py" />
      <source>Your mail address, or the user name for it</source>
      <translation>Ihre Mailadresse oder der Benutzername dafür</translation>
    </message>
    <message>
      <location filename="desktop/connectors/mail.py" />
      <source>Your mail's IMAP server, as your provider names it</source>
      <translation>Der IMAP-Server Ihrer Mail, wie Ihr Anbieter ihn nennt</translation>
    </message>
    <message>
      <location filename="ui/composer/desk.py" />
      <source>Your note</source>
      <translation>Ihre Notiz</translation>
    </message>
    <message>
      <location filename="ui/complaints/details.py" />
      <source>Your note from {date} isn’t on the page any more.</source>
      <translation>Ihre Notiz vom {date} ist nicht mehr auf der Seite.</translation>
    </message>
    <message>
      <location filename="ui/history/noted.py" />
      <source>Your note, {day}: “{words}” Matches before: {before}. After: {after}.</source>
      <translation>Ihre Notiz, {day}: „{words}“ Treffer davor: {before}. Danach: {after}.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky.py" />
      <source>Your own server? Leave it empty: we find it by your handle.</source>
      <translation>Eigener Server? Lassen Sie es leer: Wir finden ihn über Ihr Handle.</translation>
    </message>
    <message>
      <location filename="ui/composer/choices.py" />
      <source>Your own words from the first one. Add single parts later if you get stuck.</source>
      <translation>Vom ersten an Ihre eigenen Worte. Einzelne Teile können Sie später dazunehmen, wenn Sie nicht weiterkommen.</translation>
    </message>
    <message>
      <location filename="ui/settings/protect_dialog.py" />
      <source>Your password now, or the code</source>
      <translation>Ihr jetziges Passwort oder der Code</translation>
    </message>
    <message>
      <location filename="ui/conversation/asking.py" />
      <source>Your question to {owner}</source>
      <translation>Ihre Frage an {owner}</translation>
    </message>
    <message>
      <location filename="ui/composer/desk.py" />
      <source>Your reply</source>
      <translation>Ihre Antwort</translation>
    </message>
    <message>
      <location filename="ui/conversation/desk.py" />
      <source>Your reply to {name}, {date}</source>
      <translation>Ihre Antwort an {name}, {date}</translation>
    </message>
    <message>
      <location filename="ui/pages.py" />
      <source>Your shop</source>
      <translation>Ihr Laden</translation>
    </message>
    <message>
      <location filename="desktop/store.py" />
      <source>Your shop's file couldn't be opened: it is damaged.</source>
      <translation>Die Datei Ihres Ladens ließ sich nicht öffnen: Sie ist beschädigt.</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>Your shop's file is missing.</source>
      <translation>Die Datei Ihres Ladens fehlt.</translation>
    </message>
    <message>
      <location filename="desktop/store.py" />
      <source>Your shop's file is missing. One that was in its place before is kept beside it.</source>
      <translation>Die Datei Ihres Ladens fehlt. Eine, die vorher an ihrer Stelle lag, ist daneben aufgehoben.</translation>
    </message>
    <message>
      <location filename="ui/app.py" />
      <source>Your shop’s file couldn’t be opened.</source>
      <translation>Die Datei Ihres Ladens ließ sich nicht öffnen.</translation>
    </message>
    <message>
      <location filename="ui/app.py" />
      <source>Your shop’s file couldn’t be opened. A copy from {when} is open to read.</source>
      <translation>Die Datei Ihres Ladens ließ sich nicht öffnen. Eine Kopie vom {when} ist zum Lesen geöffnet.</translation>
    </message>
    <message>
      <location filename="ui/watch.py" />
      <source>Your shop’s file is damaged. The newest copy can be opened to read.</source>
      <translation>Die Datei Ihres Ladens ist beschädigt. Die neueste Kopie lässt sich zum Lesen öffnen.</translation>
    </message>
    <message>
      <location filename="ui/widgets/sentence.py" />
      <source>Your way back if you ever forget your PIN. It is shown this once and kept nowhere as it stands: write it on paper and keep that away from this computer.</source>
      <translation>Ihr Weg zurück, falls Sie je Ihre PIN vergessen. Er wird dieses eine Mal gezeigt und nirgends so aufgehoben: Schreiben Sie ihn auf Papier, und bewahren Sie es nicht bei diesem Computer auf.</translation>
    </message>
    <message>
      <location filename="ui/conversation/asking.py" />
      <source>Your words wait here as they are, until {owner} says yes, changes them, or says why not.</source>
      <translation>Ihre Worte warten hier unverändert, bis {owner} Ja sagt, sie ändert oder sagt, warum nicht.</translation>
    </message>
    <message>
      <location filename="ui/unclean.py" />
      <source>Your {n} drafts are here, word for word.</source>
      <translation>Ihre {n} Entwürfe sind da, Wort für Wort.</translation>
    </message>
    <message>
      <location filename="ui/settings/wordings.py" />
      <source>Yours</source>
      <translation>Ihre</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>Yours till {when}</source>
      <translation>Ihres bis {when}</translation>
    </message>
    <message>
      <location filename="ui/settings/parts.py" />
      <source>Yours, {date}</source>
      <translation>Ihre, {date}</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>You’re on it</source>
      <translation>Sie kümmern sich</translation>
    </message>
    <message>
      <location filename="ui/conversation/notices.py" />
      <source>You’re on it till {time}.</source>
      <translation>Sie kümmern sich bis {time}.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/youtube.py" />
      <source>Yt</source>
      <translation>Yt</translation>
    </message>
    <message>
      <location filename="ui/everything.py" />
      <source>ZIP (*.zip)</source>
      <translation>ZIP (*.zip)</translation>
    </message>
    <message>
      <location filename="desktop/imports/tickets.py" />
      <source>Zammad-style tickets</source>
      <translation>Tickets wie aus Zammad</translation>
    </message>
    <message>
      <location filename="ui/history/printed.py" />
      <source>[left out]</source>
      <translation>[weggelassen]</translation>
    </message>
    <message>
      <location filename="ui/history/printed.py" />
      <source>[name]</source>
      <translation>[Name]</translation>
    </message>
    <message>
      <location filename="ui/sights.py" />
      <source>a complaint</source>
      <translation>eine Beschwerde</translation>
    </message>
    <message>
      <location filename="ui/sights.py" />
      <source>a mix-up</source>
      <translation>eine Verwechslung</translation>
    </message>
    <message>
      <location filename="ui/sights.py" />
      <source>a post</source>
      <translation>einen Beitrag</translation>
    </message>
    <message>
      <location filename="ui/sights.py" />
      <source>a question</source>
      <translation>eine Frage</translation>
    </message>
    <message>
      <location filename="ui/conversation/facts.py" />
      <source>a replacement</source>
      <translation>Ersatz</translation>
    </message>
    <message>
      <location filename="ui/welcome/story.py" />
      <source>a shop that puts things right</source>
      <translation>einen Laden, der Dinge in Ordnung bringt</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>abusive</source>
      <translation>beleidigend</translation>
    </message>
    <message>
      <location filename="ui/conversation/history_line.py" />
      <source>abusive post</source>
      <translation>beleidigender Beitrag</translation>
    </message>
    <message>
      <location filename="ui/conversation/history_line.py" />
      <source>abusive posts</source>
      <translation>beleidigende Beiträge</translation>
    </message>
    <message>
      <location filename="desktop/connectors/instagram.py" />
      <source>account</source>
      <translation>Konto</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>accounts</source>
      <translation>Konten</translation>
    </message>
    <message>
      <location filename="ui/sights.py" />
      <source>an abusive post</source>
      <translation>einen beleidigenden Beitrag</translation>
    </message>
    <message>
      <location filename="ui/sights.py" />
      <source>an idea</source>
      <translation>eine Idee</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/brought.py" />
      <source>and {n} more</source>
      <translation>und {n} weitere</translation>
    </message>
    <message>
      <location filename="ui/shopbook/day_row.py" />
      <source>and {times}</source>
      <translation>und {times}</translation>
    </message>
    <message>
      <location filename="ui/conversation/facts.py" />
      <source>answering in public</source>
      <translation>öffentlich antworten</translation>
    </message>
    <message>
      <location filename="ui/conversation/facts.py" />
      <source>anything serious</source>
      <translation>alles Ernste</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>at the counter</source>
      <translation>im Laden</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>backup save copy</source>
      <translation>Sicherung sichern speichern Kopie Backup</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>because you sorted these words so twice</source>
      <translation>weil Sie diese Worte zweimal so sortiert haben</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>because you sorted {n} like this</source>
      <translation>weil Sie {n} so sortiert haben</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>because you sorted {n} such guesses otherwise</source>
      <translation>weil Sie {n} solche Vermutungen anders sortiert haben</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>because: {words}</source>
      <translation>wegen: {words}</translation>
    </message>
    <message>
      <location filename="ui/composer/nudges.py" />
      <source>blank: {name}</source>
      <translation>Lücke: {name}</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/work.py" />
      <source>bringing in</source>
      <translation>bringing in</translation>
    </message>
    <message>
      <location filename="ui/conversation/facts.py" />
      <source>bringing it round</source>
      <translation>vorbeibringen</translation>
    </message>
    <message>
      <location filename="ui/composer/back_by.py" />
      <source>by closing</source>
      <translation>bis Ladenschluss</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>bytes</source>
      <translation>Bytes</translation>
    </message>
    <message>
      <location filename="desktop/counter/answering.py" />
      <source>character</source>
      <translation>Zeichen</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>characters</source>
      <translation>Zeichen</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>characters (é counts as two)</source>
      <translation>Zeichen (é zählt doppelt)</translation>
    </message>
    <message>
      <location filename="ui/inbox/listing.py" />
      <source>check now</source>
      <translation>jetzt abrufen</translation>
    </message>
    <message>
      <location filename="ui/accounts/standing.py" />
      <source>checked {when}</source>
      <translation>abgerufen {when}</translation>
    </message>
    <message>
      <location filename="desktop/coach/book.py" />
      <source>closed</source>
      <translation>geschlossen</translation>
    </message>
    <message>
      <location filename="desktop/shopbook/hours.py" />
      <source>closed till {day} {start}</source>
      <translation>geschlossen bis {day} {start}</translation>
    </message>
    <message>
      <location filename="ui/happening/page.py" />
      <source>closed {when}</source>
      <translation>geschlossen {when}</translation>
    </message>
    <message>
      <location filename="ui/composer/parts_bar.py" />
      <source>comes later</source>
      <translation>kommt später</translation>
    </message>
    <message>
      <location filename="ui/complaints/page.py" />
      <source>complaint</source>
      <translation>Beschwerde</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>complaint now shows its ending</source>
      <translation>Beschwerde zeigt jetzt ihren Ausgang</translation>
    </message>
    <message>
      <location filename="ui/inbox/listing.py" />
      <source>complaint still looks</source>
      <translation>Beschwerde sieht noch</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>complaints now show their ending</source>
      <translation>Beschwerden zeigen jetzt ihren Ausgang</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>complaints on the board</source>
      <translation>Beschwerden auf der Tafel</translation>
    </message>
    <message>
      <location filename="ui/inbox/listing.py" />
      <source>complaints still look</source>
      <translation>Beschwerden sehen noch</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>conversation</source>
      <translation>Gespräch</translation>
    </message>
    <message>
      <location filename="ui/history/export_dialog.py" />
      <source>conversation is private and stays out.</source>
      <translation>Gespräch ist privat und bleibt draußen.</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>conversation stays</source>
      <translation>Gespräch bleibt</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>conversations</source>
      <translation>Gespräche</translation>
    </message>
    <message>
      <location filename="ui/history/export_dialog.py" />
      <source>conversations are private and stay out.</source>
      <translation>Gespräche sind privat und bleiben draußen.</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>conversations stay</source>
      <translation>Gespräche bleiben</translation>
    </message>
    <message>
      <location filename="ui/rounds.py" />
      <source>copy of today</source>
      <translation>Kopie von heute</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/brought.py" />
      <source>couldn’t be read and was left out.</source>
      <translation>war nicht lesbar und blieb weg.</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/brought.py" />
      <source>couldn’t be read and were left out.</source>
      <translation>waren nicht lesbar und blieben weg.</translation>
    </message>
    <message>
      <location filename="ui/by_hand/dialog.py" />
      <source>d MMMM yyyy  HH:mm</source>
      <translation>d. MMMM yyyy  HH:mm</translation>
    </message>
    <message>
      <location filename="desktop/keys.py" />
      <source>damaged</source>
      <translation>sie ist beschädigt</translation>
    </message>
    <message>
      <location filename="ui/moments.py" />
      <source>day</source>
      <translation>Tag</translation>
    </message>
    <message>
      <location filename="ui/moments.py" />
      <source>days</source>
      <translation>Tage</translation>
    </message>
    <message>
      <location filename="ui/conversation/promising.py" />
      <source>ddd d MMM yyyy, HH:mm</source>
      <translation>ddd, d. MMM yyyy, HH:mm</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>delete erase remove privacy</source>
      <translation>löschen entfernen Datenschutz DSGVO</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>drafts</source>
      <translation>Entwürfe</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>edited {date}</source>
      <translation>bearbeitet am {date}</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>ending has disappeared</source>
      <translation>Ausgang ist verschwunden</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>endings have disappeared</source>
      <translation>Ausgänge sind verschwunden</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>entries of the history</source>
      <translation>Einträge des Verlaufs</translation>
    </message>
    <message>
      <location filename="ui/insights/sounding.py" />
      <source>everyone</source>
      <translation>alle</translation>
    </message>
    <message>
      <location filename="ui/forget_dialog.py" />
      <source>fact</source>
      <translation>Angabe</translation>
    </message>
    <message>
      <location filename="ui/forget_dialog.py" />
      <source>facts</source>
      <translation>Angaben</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>facts of the Shop book</source>
      <translation>Tatsachen des Ladenbuchs</translation>
    </message>
    <message>
      <location filename="ui/insights/busy.py" />
      <source>fewer</source>
      <translation>weniger</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>first answer</source>
      <translation>erste Antwort</translation>
    </message>
    <message>
      <location filename="ui/history/story.py" />
      <source>first answer in {time}</source>
      <translation>{time} bis zur ersten Antwort</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>first answers</source>
      <translation>erste Antworten</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>guess forget what it learned remembered sorting reset</source>
      <translation>vermuten vermutet vergessen gelernt gelerntes lernen gemerkt einordnen zurücksetzen</translation>
    </message>
    <message>
      <location filename="ui/settings/learning.py" />
      <source>guess has been sorted by you.</source>
      <translation>Vermutung haben Sie sortiert.</translation>
    </message>
    <message>
      <location filename="ui/settings/learning.py" />
      <source>guesses have been sorted by you.</source>
      <translation>Vermutungen haben Sie sortiert.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>h</source>
      <translation>h</translation>
    </message>
    <message>
      <location filename="ui/happening/closing.py" />
      <source>has no ending yet. It stays on Complaints.</source>
      <translation>hat noch keinen Ausgang. Sie bleibt bei den Beschwerden.</translation>
    </message>
    <message>
      <location filename="ui/happening/closing.py" />
      <source>have no ending yet. They stay on Complaints.</source>
      <translation>haben noch keinen Ausgang. Sie bleiben bei den Beschwerden.</translation>
    </message>
    <message>
      <location filename="ui/complaints/details.py" />
      <source>held by {name}</source>
      <translation>bei {name}</translation>
    </message>
    <message>
      <location filename="ui/people/known.py" />
      <source>here now</source>
      <translation>jetzt hier</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>hidden</source>
      <translation>ausgeblendet</translation>
    </message>
    <message>
      <location filename="ui/settings/choices.py" />
      <source>high contrast dark</source>
      <translation>high contrast dark</translation>
    </message>
    <message>
      <location filename="ui/settings/choices.py" />
      <source>high contrast light</source>
      <translation>high contrast light</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>history: all results</source>
      <translation>history: all results</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>history: overview</source>
      <translation>history: overview</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>hour</source>
      <translation>Stunde</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>hours</source>
      <translation>Stunden</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>how they were treated</source>
      <translation>wie man sie behandelt hat</translation>
    </message>
    <message>
      <location filename="ui/conversation/history_line.py" />
      <source>idea</source>
      <translation>Idee</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>idea today</source>
      <translation>Idee heute</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>ideas</source>
      <translation>Ideen</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>ideas today</source>
      <translation>Ideen heute</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>import load archive file table CSV JSON</source>
      <translation>importieren einlesen laden Archiv Datei Tabelle CSV JSON</translation>
    </message>
    <message>
      <location filename="ui/composer/back_by.py" />
      <source>in 15 min</source>
      <translation>in 15 min</translation>
    </message>
    <message>
      <location filename="ui/composer/back_by.py" />
      <source>in an hour</source>
      <translation>in einer Stunde</translation>
    </message>
    <message>
      <location filename="ui/complaints/details.py" />
      <source>in public</source>
      <translation>öffentlich</translation>
    </message>
    <message>
      <location filename="ui/composer/parts_bar.py" />
      <source>in the reply</source>
      <translation>in der Antwort</translation>
    </message>
    <message>
      <location filename="desktop/coach/book.py" />
      <source>it closes at other times</source>
      <translation>es schließt zu anderen Zeiten</translation>
    </message>
    <message>
      <location filename="desktop/coach/book.py" />
      <source>it closes at {time}</source>
      <translation>es schließt um {time}</translation>
    </message>
    <message>
      <location filename="desktop/coach/book.py" />
      <source>it closes at {time} on {day}</source>
      <translation>es schließt am {day} um {time}</translation>
    </message>
    <message>
      <location filename="desktop/coach/book.py" />
      <source>it opens at other times</source>
      <translation>es öffnet zu anderen Zeiten</translation>
    </message>
    <message>
      <location filename="desktop/coach/book.py" />
      <source>it opens at {time}</source>
      <translation>es öffnet um {time}</translation>
    </message>
    <message>
      <location filename="desktop/coach/book.py" />
      <source>it opens at {time} on {day}</source>
      <translation>es öffnet am {day} um {time}</translation>
    </message>
    <message>
      <location filename="desktop/connectors/graph.py" />
      <source>it wants its owner to sign in on its own page first</source>
      <translation>wer das Konto hat, soll sich erst auf der Seite selbst anmelden</translation>
    </message>
    <message>
      <location filename="ui/typed.py" />
      <source>jan feb mar apr may jun jul aug sep oct nov dec</source>
      <translation>jan feb mar apr may jun jul aug sep oct nov dec</translation>
    </message>
    <message>
      <location filename="desktop/language/times.py" />
      <source>just now</source>
      <translation>gerade eben</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_page.py" />
      <source>kept {when}</source>
      <translation>gehalten {when}</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>kind word</source>
      <translation>freundliches Wort</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>kind word today</source>
      <translation>freundliches Wort heute</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>kind words</source>
      <translation>freundliche Worte</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>kind words today</source>
      <translation>freundliche Worte heute</translation>
    </message>
    <message>
      <location filename="ui/people/known.py" />
      <source>last here {when}</source>
      <translation>zuletzt hier {when}</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>late</source>
      <translation>verspätet</translation>
    </message>
    <message>
      <location filename="ui/complaints/top.py" />
      <source>left standing</source>
      <translation>stehen gelassen</translation>
    </message>
    <message>
      <location filename="ui/main_window.py" />
      <source>look open to a passer-by</source>
      <translation>sehen für Passanten offen aus</translation>
    </message>
    <message>
      <location filename="ui/main_window.py" />
      <source>looks open to a passer-by</source>
      <translation>sieht für Passanten offen aus</translation>
    </message>
    <message>
      <location filename="ui/inbox/listing.py" />
      <source>make them show</source>
      <translation>sichtbar machen</translation>
    </message>
    <message>
      <location filename="ui/forget_dialog.py" />
      <source>message</source>
      <translation>Nachricht</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>message from others</source>
      <translation>Nachricht von anderen</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>messages</source>
      <translation>Nachrichten</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>messages from others</source>
      <translation>Nachrichten von anderen</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>meta strong</source>
      <translation>meta strong</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>min</source>
      <translation>Min.</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>minute</source>
      <translation>Minute</translation>
    </message>
    <message>
      <location filename="ui/accounts/abilities.py" />
      <source>minutes</source>
      <translation>Minuten</translation>
    </message>
    <message>
      <location filename="desktop/keys.py" />
      <source>missing</source>
      <translation>sie fehlt</translation>
    </message>
    <message>
      <location filename="ui/conversation/history_line.py" />
      <source>mix-up</source>
      <translation>Verwechslung</translation>
    </message>
    <message>
      <location filename="ui/conversation/facts.py" />
      <source>money back</source>
      <translation>Geld zurück</translation>
    </message>
    <message>
      <location filename="ui/keep_desk.py" />
      <source>month</source>
      <translation>Monat</translation>
    </message>
    <message>
      <location filename="ui/keep_desk.py" />
      <source>months</source>
      <translation>Monate</translation>
    </message>
    <message>
      <location filename="ui/insights/busy.py" />
      <source>more</source>
      <translation>mehr</translation>
    </message>
    <message>
      <location filename="ui/happening/people.py" />
      <source>more mention it</source>
      <translation>weitere erwähnen es</translation>
    </message>
    <message>
      <location filename="ui/happening/people.py" />
      <source>more mentions it</source>
      <translation>weitere Person erwähnt es</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>more topic</source>
      <translation>weiteres Thema</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>more topics</source>
      <translation>weitere Themen</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_page.py" />
      <source>moved in time: {n}</source>
      <translation>rechtzeitig verschoben: {n}</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_page.py" />
      <source>moved {when}</source>
      <translation>verschoben {when}</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>names of people who wrote</source>
      <translation>Namen von Leuten, die schrieben</translation>
    </message>
    <message>
      <location filename="ui/conversation/facts.py" />
      <source>naming a cause</source>
      <translation>eine Ursache nennen</translation>
    </message>
    <message>
      <location filename="ui/main_window.py" />
      <source>need someone</source>
      <translation>brauchen jemanden</translation>
    </message>
    <message>
      <location filename="ui/main_window.py" />
      <source>needs someone</source>
      <translation>braucht jemanden</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>never</source>
      <translation>nie</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>new laptop transfer migrate</source>
      <translation>neuer Laptop Rechner übertragen mitnehmen</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>new laptop transfer migrate restore</source>
      <translation>neuer Laptop Rechner übertragen einziehen wiederherstellen</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>next day or later</source>
      <translation>am nächsten Tag oder später</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>nobody</source>
      <translation>niemanden</translation>
    </message>
    <message>
      <location filename="ui/accounts/standing.py" />
      <source>not checked yet</source>
      <translation>noch nicht abgerufen</translation>
    </message>
    <message>
      <location filename="ui/composer/parts_bar.py" />
      <source>not in the reply</source>
      <translation>nicht in der Antwort</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>not on the page any more</source>
      <translation>nicht mehr auf der Seite</translation>
    </message>
    <message>
      <location filename="ui/practice/public_panel.py" />
      <source>not sure</source>
      <translation>unsicher</translation>
    </message>
    <message>
      <location filename="ui/history/chips.py" />
      <source>not {filter}</source>
      <translation>nicht {filter}</translation>
    </message>
    <message>
      <location filename="ui/history/chips.py" />
      <source>not {when}</source>
      <translation>nicht {when}</translation>
    </message>
    <message>
      <location filename="ui/history/flags.py" />
      <source>note on the timeline</source>
      <translation>Notiz auf der Zeitleiste</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>notes</source>
      <translation>Notizen</translation>
    </message>
    <message>
      <location filename="ui/history/flags.py" />
      <source>notes on the timeline</source>
      <translation>Notizen auf der Zeitleiste</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>nothing</source>
      <translation>nichts</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>nothing new</source>
      <translation>nichts Neues</translation>
    </message>
    <message>
      <location filename="ui/sights.py" />
      <source>nothing of this.</source>
      <translation>nichts davon.</translation>
    </message>
    <message>
      <location filename="ui/moments.py" />
      <source>now</source>
      <translation>jetzt</translation>
    </message>
    <message>
      <location filename="ui/settings/learning.py" />
      <source>of them was wrong.</source>
      <translation>davon war falsch.</translation>
    </message>
    <message>
      <location filename="ui/settings/learning.py" />
      <source>of them were wrong.</source>
      <translation>davon waren falsch.</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>of yours</source>
      <translation>von Ihnen</translation>
    </message>
    <message>
      <location filename="ui/history/years.py" />
      <source>of {n} in {year}.</source>
      <translation>von {n} im Jahr {year}.</translation>
    </message>
    <message>
      <location filename="ui/history/years.py" />
      <source>of {n}.</source>
      <translation>von {n}.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>on paper</source>
      <translation>auf Papier</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>on the phone</source>
      <translation>am Telefon</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>on the web</source>
      <translation>im Web</translation>
    </message>
    <message>
      <location filename="ui/moments.py" />
      <source>on {date}</source>
      <translation>am {date}</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>on {day}</source>
      <translation>am {day}</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>on {place}</source>
      <translation>auf {place}</translation>
    </message>
    <message>
      <location filename="desktop/coach/book.py" />
      <source>open</source>
      <translation>geöffnet</translation>
    </message>
    <message>
      <location filename="ui/shopbook/overview.py" />
      <source>opening hour</source>
      <translation>Öffnungsstunde</translation>
    </message>
    <message>
      <location filename="ui/shopbook/overview.py" />
      <source>opening hours</source>
      <translation>Öffnungsstunden</translation>
    </message>
    <message>
      <location filename="ui/actions.py" />
      <source>options preferences language password notifications forget delete erase privacy data</source>
      <translation>Optionen Sprache Passwort Benachrichtigungen vergessen löschen Datenschutz DSGVO Daten</translation>
    </message>
    <message>
      <location filename="ui/conversation/popups.py" />
      <source>other</source>
      <translation>Sonstiges</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>other entries</source>
      <translation>andere Einträge</translation>
    </message>
    <message>
      <location filename="ui/conversation/history_line.py" />
      <source>other message</source>
      <translation>andere Nachricht</translation>
    </message>
    <message>
      <location filename="ui/conversation/history_line.py" />
      <source>other messages</source>
      <translation>andere Nachrichten</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>our update</source>
      <translation>unsere Meldung</translation>
    </message>
    <message>
      <location filename="desktop/connectors/facebook.py" />
      <source>page</source>
      <translation>Seite</translation>
    </message>
    <message>
      <location filename="ui/composer/choices.py" />
      <source>part</source>
      <translation>Teil</translation>
    </message>
    <message>
      <location filename="ui/composer/choices.py" />
      <source>parts</source>
      <translation>Teile</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>people</source>
      <translation>Leute</translation>
    </message>
    <message>
      <location filename="ui/happening/people.py" />
      <source>people in it</source>
      <translation>Personen darin</translation>
    </message>
    <message>
      <location filename="ui/happening/closing.py" />
      <source>people’s own troubles</source>
      <translation>eigene Sorgen von Kunden</translation>
    </message>
    <message>
      <location filename="ui/event_bars.py" />
      <source>person</source>
      <translation>Person</translation>
    </message>
    <message>
      <location filename="ui/happening/people.py" />
      <source>person in it</source>
      <translation>Person darin</translation>
    </message>
    <message>
      <location filename="ui/happening/closing.py" />
      <source>person’s own trouble</source>
      <translation>eigene Sorge eines Kunden</translation>
    </message>
    <message>
      <location filename="ui/accounts/first_look.py" />
      <source>post came in.</source>
      <translation>Beitrag kam herein.</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>post that not everybody may read stays out.</source>
      <translation>Beitrag, den nicht alle lesen dürfen, bleibt draußen.</translation>
    </message>
    <message>
      <location filename="ui/accounts/first_look.py" />
      <source>posts came in.</source>
      <translation>Beiträge kamen herein.</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>posts that not everybody may read stay out.</source>
      <translation>Beiträge, die nicht alle lesen dürfen, bleiben draußen.</translation>
    </message>
    <message>
      <location filename="ui/sights.py" />
      <source>praise</source>
      <translation>Lob</translation>
    </message>
    <message>
      <location filename="ui/practice/public_desk.py" />
      <source>pretend public</source>
      <translation>erfundenes Publikum</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>private</source>
      <translation>privat</translation>
    </message>
    <message>
      <location filename="ui/conversation/asking.py" />
      <source>private message</source>
      <translation>private Nachricht</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>private messages</source>
      <translation>private Nachrichten</translation>
    </message>
    <message>
      <location filename="ui/complaints/details.py" />
      <source>privately</source>
      <translation>privat</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>promises</source>
      <translation>Zusagen</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>proofs of endings</source>
      <translation>Nachweise von Ausgängen</translation>
    </message>
    <message>
      <location filename="ui/history/story.py" />
      <source>public</source>
      <translation>öffentlich</translation>
    </message>
    <message>
      <location filename="ui/complaints/top.py" />
      <source>public complaint looks open to a passer-by.</source>
      <translation>öffentliche Beschwerde wirkt auf Passanten offen.</translation>
    </message>
    <message>
      <location filename="ui/complaints/top.py" />
      <source>public complaints look open to a passer-by.</source>
      <translation>öffentliche Beschwerden wirken auf Passanten offen.</translation>
    </message>
    <message>
      <location filename="ui/keep_desk.py" />
      <source>public message</source>
      <translation>öffentliche Nachricht</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>public message that needed one.</source>
      <translation>öffentliche Nachricht, die eine brauchte.</translation>
    </message>
    <message>
      <location filename="ui/keep_desk.py" />
      <source>public messages</source>
      <translation>öffentliche Nachrichten</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>public messages that needed one.</source>
      <translation>öffentliche Nachrichten, die eine brauchten.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>public replies.</source>
      <translation>öffentliche Antworten.</translation>
    </message>
    <message>
      <location filename="ui/conversation/asking.py" />
      <source>public reply</source>
      <translation>öffentliche Antwort</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>public reply.</source>
      <translation>öffentliche Antwort.</translation>
    </message>
    <message>
      <location filename="ui/conversation/history_line.py" />
      <source>question</source>
      <translation>Frage</translation>
    </message>
    <message>
      <location filename="ui/happening/people.py" />
      <source>reading 14</source>
      <translation>reading 14</translation>
    </message>
    <message>
      <location filename="ui/accounts/first_look.py" />
      <source>reading 15</source>
      <translation>reading 15</translation>
    </message>
    <message>
      <location filename="ui/widgets/sentence.py" />
      <source>reading 18</source>
      <translation>reading 18</translation>
    </message>
    <message>
      <location filename="ui/lock/meanwhile.py" />
      <source>reading 22</source>
      <translation>reading 22</translation>
    </message>
    <message>
      <location filename="ui/rounds.py" />
      <source>reading again</source>
      <translation>noch einmal lesen</translation>
    </message>
    <message>
      <location filename="desktop/repairing.py" />
      <source>replies</source>
      <translation>Antworten</translation>
    </message>
    <message>
      <location filename="ui/accounts/page.py" />
      <source>replies are drafts again.</source>
      <translation>Antworten sind wieder Entwürfe.</translation>
    </message>
    <message>
      <location filename="ui/insights/sounding.py" />
      <source>replies so far</source>
      <translation>Antworten bisher</translation>
    </message>
    <message>
      <location filename="ui/insights/phrases.py" />
      <source>reply</source>
      <translation>Antwort</translation>
    </message>
    <message>
      <location filename="ui/accounts/page.py" />
      <source>reply is a draft again.</source>
      <translation>Antwort ist wieder ein Entwurf.</translation>
    </message>
    <message>
      <location filename="ui/insights/sounding.py" />
      <source>reply so far</source>
      <translation>Antwort bisher</translation>
    </message>
    <message>
      <location filename="ui/composer/wordings_popup.py" />
      <source>resting till {date}</source>
      <translation>ruht bis {date}</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/brought.py" />
      <source>row</source>
      <translation>Zeile</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>row can’t be read and stays out.</source>
      <translation>Zeile ist nicht lesbar und bleibt weg.</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/brought.py" />
      <source>rows</source>
      <translation>Zeilen</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>rows can’t be read and stay out.</source>
      <translation>Zeilen sind nicht lesbar und bleiben weg.</translation>
    </message>
    <message>
      <location filename="ui/moments.py" />
      <source>s</source>
      <translation>s</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>save download table PDF CSV JSON print</source>
      <translation>exportieren speichern Tabelle PDF CSV JSON drucken</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>sent</source>
      <translation>gesendet</translation>
    </message>
    <message>
      <location filename="ui/inbox/listing.py" />
      <source>show all</source>
      <translation>alle zeigen</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>showing</source>
      <translation>sichtbar</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>signed out</source>
      <translation>abgemeldet</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>somebody</source>
      <translation>jemand</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>somebody worked on it, or it went on since.</source>
      <translation>jemand hat daran gearbeitet, oder es ging weiter.</translation>
    </message>
    <message>
      <location filename="ui/accounts/wizard.py" />
      <source>step {n} of {all}</source>
      <translation>Schritt {n} von {all}</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_page.py" />
      <source>still owed</source>
      <translation>noch offen</translation>
    </message>
    <message>
      <location filename="ui/model/sheet.py" />
      <source>strong amber</source>
      <translation>strong amber</translation>
    </message>
    <message>
      <location filename="ui/ending/dialog.py" />
      <source>strong brick</source>
      <translation>strong brick</translation>
    </message>
    <message>
      <location filename="ui/complaints/top.py" />
      <source>strong text</source>
      <translation>strong text</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>taken down {date}</source>
      <translation>entfernt am {date}</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/brought.py" />
      <source>taken out again</source>
      <translation>wieder herausgenommen</translation>
    </message>
    <message>
      <location filename="ui/settings/learning.py" />
      <source>text is always guessed as you sorted it.</source>
      <translation>Text wird immer so vermutet, wie Sie ihn sortiert haben.</translation>
    </message>
    <message>
      <location filename="ui/settings/learning.py" />
      <source>texts are always guessed as you sorted them.</source>
      <translation>Texte werden immer so vermutet, wie Sie sie sortiert haben.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/graph.py" />
      <source>the account there isn’t confirmed</source>
      <translation>das Konto dort ist nicht bestätigt</translation>
    </message>
    <message>
      <location filename="desktop/connectors/graph.py" />
      <source>the app was removed there</source>
      <translation>die App wurde dort entfernt</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>the booking</source>
      <translation>die Buchung</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>the charge</source>
      <translation>die Abbuchung</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>the closed door</source>
      <translation>die geschlossene Tür</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>the delivery</source>
      <translation>die Lieferung</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>the dirt</source>
      <translation>der Schmutz</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>the messages</source>
      <translation>die Nachrichten</translation>
    </message>
    <message>
      <location filename="ui/shopbook/day_row.py" />
      <source>the next day</source>
      <translation>am nächsten Tag</translation>
    </message>
    <message>
      <location filename="desktop/coach/holds.py" />
      <source>the owner</source>
      <translation>die Leitung</translation>
    </message>
    <message>
      <location filename="desktop/connectors/graph.py" />
      <source>the password was changed</source>
      <translation>das Passwort wurde geändert</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>the phone calls</source>
      <translation>die Anrufe</translation>
    </message>
    <message>
      <location filename="ui/ending/leave_standing.py" />
      <source>the place</source>
      <translation>der Ort</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>the price</source>
      <translation>der Preis</translation>
    </message>
    <message>
      <location filename="ui/settings/protection.py" />
      <source>the recovery code</source>
      <translation>dem Wiederherstellungscode</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>the refund</source>
      <translation>das Geld zurück</translation>
    </message>
    <message>
      <location filename="desktop/connectors/graph.py" />
      <source>the sign-in has run out</source>
      <translation>die Anmeldung ist abgelaufen</translation>
    </message>
    <message>
      <location filename="desktop/connectors/graph.py" />
      <source>the sign-in isn’t valid any more</source>
      <translation>die Anmeldung gilt nicht mehr</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>the wait</source>
      <translation>die Wartezeit</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>the wrong item</source>
      <translation>der falsche Artikel</translation>
    </message>
    <message>
      <location filename="ui/conversation/keeping.py" />
      <source>their detail</source>
      <translation>die Einzelheit</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>their draft</source>
      <translation>der andere Entwurf</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>their edit</source>
      <translation>geänderter Beitrag</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>their reply</source>
      <translation>Kundenantwort</translation>
    </message>
    <message>
      <location filename="ui/conversation/cards.py" />
      <source>thing that fits this message</source>
      <translation>passt zu dieser Nachricht</translation>
    </message>
    <message>
      <location filename="ui/conversation/cards.py" />
      <source>things that fit this message</source>
      <translation>passen zu dieser Nachricht</translation>
    </message>
    <message>
      <location filename="ui/settings/protection.py" />
      <source>this computer’s password store, without asking</source>
      <translation>dem Passwortspeicher dieses Computers, ohne Nachfrage</translation>
    </message>
    <message>
      <location filename="ui/moments.py" />
      <source>today</source>
      <translation>heute</translation>
    </message>
    <message>
      <location filename="ui/conversation/notices.py" />
      <source>told fixed</source>
      <translation>told fixed</translation>
    </message>
    <message>
      <location filename="ui/moments.py" />
      <source>tomorrow</source>
      <translation>morgen</translation>
    </message>
    <message>
      <location filename="ui/composer/back_by.py" />
      <source>tomorrow 10:00</source>
      <translation>morgen 10:00</translation>
    </message>
    <message>
      <location filename="ui/history/story.py" />
      <source>topic: {topics}</source>
      <translation>Thema: {topics}</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>under 15 min</source>
      <translation>unter 15 min</translation>
    </message>
    <message>
      <location filename="ui/ending/write_tab.py" />
      <source>under the complaint, in public</source>
      <translation>öffentlich unter die Beschwerde</translation>
    </message>
    <message>
      <location filename="ui/accounts/standing.py" />
      <source>units</source>
      <translation>Einheiten</translation>
    </message>
    <message>
      <location filename="ui/people/limits.py" />
      <source>up to</source>
      <translation>bis</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>up to {amount}</source>
      <translation>bis {amount}</translation>
    </message>
    <message>
      <location filename="ui/conversation/facts.py" />
      <source>up to {amount} back</source>
      <translation>bis zu {amount} zurück</translation>
    </message>
    <message>
      <location filename="ui/shopbook/card.py" />
      <source>used in {n}</source>
      <translation>benutzt in {n}</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>waiting</source>
      <translation>ungesendet</translation>
    </message>
    <message>
      <location filename="ui/accounts/details.py" />
      <source>waiting replies go back to drafts.</source>
      <translation>wartende Antworten werden wieder zu Entwürfen.</translation>
    </message>
    <message>
      <location filename="ui/accounts/details.py" />
      <source>waiting reply goes back to drafts.</source>
      <translation>wartende Antwort wird wieder zum Entwurf.</translation>
    </message>
    <message>
      <location filename="ui/conversation/asking.py" />
      <source>wants to hide this</source>
      <translation>möchte das ausblenden</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/brought.py" />
      <source>was here already.</source>
      <translation>war schon da.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>was taken down.</source>
      <translation>wurde entfernt.</translation>
    </message>
    <message>
      <location filename="ui/practice/public_panel.py" />
      <source>went elsewhere</source>
      <translation>ging anderswohin</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/brought.py" />
      <source>were here already.</source>
      <translation>waren schon da.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>were taken down.</source>
      <translation>wurden entfernt.</translation>
    </message>
    <message>
      <location filename="ui/conversation/keeping.py" />
      <source>what it cost them</source>
      <translation>was es gekostet hat</translation>
    </message>
    <message>
      <location filename="ui/conversation/event.py" />
      <source>what people should do</source>
      <translation>was die Leute tun sollen</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>what was missing</source>
      <translation>was gefehlt hat</translation>
    </message>
    <message>
      <location filename="ui/conversation/event.py" />
      <source>what we found</source>
      <translation>was wir gefunden haben</translation>
    </message>
    <message>
      <location filename="ui/conversation/event.py" />
      <source>what we know</source>
      <translation>was wir wissen</translation>
    </message>
    <message>
      <location filename="ui/conversation/keeping.py" />
      <source>what went wrong here</source>
      <translation>was hier schiefging</translation>
    </message>
    <message>
      <location filename="ui/conversation/facts.py" />
      <source>what you do here</source>
      <translation>was Sie hier tun</translation>
    </message>
    <message>
      <location filename="ui/conversation/event.py" />
      <source>what you don't know yet</source>
      <translation>was Sie noch nicht wissen</translation>
    </message>
    <message>
      <location filename="ui/conversation/event.py" />
      <source>what you'll do</source>
      <translation>was Sie tun werden</translation>
    </message>
    <message>
      <location filename="desktop/connectors/graph.py" />
      <source>whoever signed in may not look after it any more</source>
      <translation>wer sich angemeldet hat, darf es nicht mehr verwalten</translation>
    </message>
    <message>
      <location filename="ui/practice/public_panel.py" />
      <source>would come in</source>
      <translation>würde kommen</translation>
    </message>
    <message>
      <location filename="desktop/language/times.py" />
      <source>yesterday</source>
      <translation>gestern</translation>
    </message>
    <message>
      <location filename="ui/composer/coach_panel.py" />
      <source>you</source>
      <translation>Sie</translation>
    </message>
    <message>
      <location filename="ui/conversation/facts.py" />
      <source>your first name</source>
      <translation>Ihr Vorname</translation>
    </message>
    <message>
      <location filename="ui/sights.py" />
      <source>your note saying it’s sorted.</source>
      <translation>Ihren Hinweis, dass es in Ordnung ist.</translation>
    </message>
    <message>
      <location filename="desktop/model/asking.py" />
      <source>{about}
They wrote:
{text}</source>
      <translation>{about}
They wrote:
{text}</translation>
    </message>
    <message>
      <location filename="ui/accounts/page.py" />
      <source>{account} is disconnected.</source>
      <translation>{account} ist getrennt.</translation>
    </message>
    <message>
      <location filename="ui/moments.py" />
      <source>{age} ago</source>
      <translation>vor {age}</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>{age} old. Check it?</source>
      <translation>{age} alt. Prüfen?</translation>
    </message>
    <message>
      <location filename="ui/conversation/ending_panel.py" />
      <source>{age} since {name} said so</source>
      <translation>{name} hat das gesagt, {age} her</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>{asked}. Say it ourselves?</source>
      <translation>{asked}. Selbst sagen?</translation>
    </message>
    <message>
      <location filename="ui/conversation/view.py" />
      <source>{ask} ask · {ours} say it ourselves · {proof} proof link · Esc list</source>
      <translation>{ask} bitten · {ours} selbst sagen · {proof} Nachweis · Esc Liste</translation>
    </message>
    <message>
      <location filename="desktop/counter/endings.py" />
      <source>{author_name}: taken down</source>
      <translation>{author_name}: entfernt</translation>
    </message>
    <message>
      <location filename="desktop/deliver.py" />
      <source>{author_name}’s post isn’t there any more. Your reply is kept here.</source>
      <translation>Der Beitrag von {author_name} ist nicht mehr da. Ihre Antwort ist hier aufgehoben.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>{a} of {b} public complaints show how they ended: {p}%</source>
      <translation>{a} von {b} öffentlichen Beschwerden zeigen, wie sie ausgingen: {p} %</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky_session.py" />
      <source>{call}: HTTP {status} {code}</source>
      <translation>{call}: HTTP {status} {code}</translation>
    </message>
    <message>
      <location filename="ui/composer/footer.py" />
      <source>{count} of {most}</source>
      <translation>{count} von {most}</translation>
    </message>
    <message>
      <location filename="ui/composer/footer.py" />
      <source>{count} of {most} characters</source>
      <translation>{count} von {most} Zeichen</translation>
    </message>
    <message>
      <location filename="ui/shopbook/holidays.py" />
      <source>{day} (closed already)</source>
      <translation>{day} (schon geschlossen)</translation>
    </message>
    <message>
      <location filename="ui/opening.py" />
      <source>{day} to {last}</source>
      <translation>{day}. bis {last}</translation>
    </message>
    <message>
      <location filename="desktop/language/times.py" />
      <source>{day} {month}</source>
      <translation>{day}. {month}</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>{day}, {hour} to {next}</source>
      <translation>{day}, {hour} bis {next} Uhr</translation>
    </message>
    <message>
      <location filename="ui/shopbook/day_row.py" />
      <source>{day}: closed</source>
      <translation>{day}: geschlossen</translation>
    </message>
    <message>
      <location filename="ui/opening.py" />
      <source>{day}: closed, {note}</source>
      <translation>{day}: geschlossen, {note}</translation>
    </message>
    <message>
      <location filename="ui/shopbook/day_row.py" />
      <source>{day}: closes</source>
      <translation>{day}: schließt</translation>
    </message>
    <message>
      <location filename="ui/shopbook/day_row.py" />
      <source>{day}: opens</source>
      <translation>{day}: öffnet</translation>
    </message>
    <message>
      <location filename="desktop/connectors/mastodon.py" />
      <source>{domain} answered in a way we can't read. It may have worked or not.</source>
      <translation>{domain} hat so geantwortet, dass wir es nicht lesen können. Es kann geklappt haben oder nicht.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/mastodon.py" />
      <source>{domain} doesn't answer as it used to.</source>
      <translation>{domain} antwortet nicht wie früher.</translation>
    </message>
    <message>
      <location filename="ui/conversation/view.py" />
      <source>{down} and {up} move, Enter opens.</source>
      <translation>{down} und {up} gehen auf und ab, Enter öffnet.</translation>
    </message>
    <message>
      <location filename="ui/inbox/page.py" />
      <source>{down} {up} move · ↵ opens · {done} done here</source>
      <translation>{down} {up} bewegen · ↵ öffnet · {done} hier erledigt</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>{file} came later and found messages here already. Those that came with this one go all the same: bring {file} in again then, and they are back.</source>
      <translation>{file} kam später und fand Nachrichten schon vor. Was mit dieser Datei kam, geht trotzdem: Holen Sie {file} danach noch einmal herein, dann ist es wieder da.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>{first} asks you</source>
      <translation>{first} fragt Sie</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>{first} say it’s sorted</source>
      <translation>{first} sagen, es ist in Ordnung</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>{first} says it’s sorted</source>
      <translation>{first} sagt, es ist in Ordnung</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>{first} to {last}</source>
      <translation>{first} bis {last}</translation>
    </message>
    <message>
      <location filename="ui/complaints/details.py" />
      <source>{first}’s reply from {date} isn’t on the page any more.</source>
      <translation>Die Antwort von {first} vom {date} ist nicht mehr auf der Seite.</translation>
    </message>
    <message>
      <location filename="ui/complaints/details.py" />
      <source>{first}’s update from {date} isn’t on the page any more.</source>
      <translation>Die Änderung von {first} vom {date} ist nicht mehr auf der Seite.</translation>
    </message>
    <message>
      <location filename="desktop/exchange.py" />
      <source>{host} answered in a way we can't read. It may have worked or not.</source>
      <translation>{host} hat so geantwortet, dass wir es nicht lesen können. Es kann geklappt haben oder nicht.</translation>
    </message>
    <message>
      <location filename="desktop/mailbox.py" />
      <source>{host} answered in a way we can’t read.</source>
      <translation>{host} hat so geantwortet, dass wir es nicht lesen können.</translation>
    </message>
    <message>
      <location filename="desktop/exchange.py" />
      <source>{host} answered with something that isn't an answer.</source>
      <translation>{host} hat etwas geschickt, das keine Antwort ist.</translation>
    </message>
    <message>
      <location filename="desktop/exchange.py" />
      <source>{host} asked us to slow down.</source>
      <translation>{host} bat uns, langsamer zu machen.</translation>
    </message>
    <message>
      <location filename="desktop/exchange.py" />
      <source>{host} can't be reached.</source>
      <translation>{host} ist nicht erreichbar.</translation>
    </message>
    <message>
      <location filename="desktop/mailbox.py" />
      <source>{host} can’t be reached.</source>
      <translation>{host} ist nicht erreichbar.</translation>
    </message>
    <message>
      <location filename="desktop/exchange.py" />
      <source>{host} didn't answer. It may have worked or not.</source>
      <translation>{host} hat nicht geantwortet. Es kann geklappt haben oder nicht.</translation>
    </message>
    <message>
      <location filename="desktop/model/asking.py" />
      <source>{host} didn't give an answer that we can use.</source>
      <translation>{host} hat keine Antwort gegeben, die wir brauchen können.</translation>
    </message>
    <message>
      <location filename="desktop/model/asking.py" />
      <source>{host} doesn't accept the key.</source>
      <translation>{host} nimmt den Schlüssel nicht an.</translation>
    </message>
    <message>
      <location filename="desktop/model/asking.py" />
      <source>{host} doesn't answer as a language model does.</source>
      <translation>{host} antwortet nicht wie ein Sprachmodell.</translation>
    </message>
    <message>
      <location filename="desktop/exchange.py" />
      <source>{host} doesn't let us do that.</source>
      <translation>{host} lässt uns das nicht tun.</translation>
    </message>
    <message>
      <location filename="desktop/mailbox.py" />
      <source>{host} doesn’t take that user name and password.</source>
      <translation>{host} nimmt diesen Benutzernamen und dieses Passwort nicht an.</translation>
    </message>
    <message>
      <location filename="desktop/exchange.py" />
      <source>{host} gave an answer we don't understand.</source>
      <translation>{host} gab eine Antwort, die wir nicht verstehen.</translation>
    </message>
    <message>
      <location filename="desktop/exchange.py" />
      <source>{host} had a problem just then. It may have worked or not.</source>
      <translation>{host} hatte gerade eine Störung. Es kann geklappt haben oder nicht.</translation>
    </message>
    <message>
      <location filename="desktop/web.py" />
      <source>{host} is no place on the web, so we don't look there.</source>
      <translation>{host} ist kein Ort im Web, darum sehen wir dort nicht nach.</translation>
    </message>
    <message>
      <location filename="desktop/exchange.py" />
      <source>{host} isn't working right now.</source>
      <translation>{host} funktioniert gerade nicht.</translation>
    </message>
    <message>
      <location filename="desktop/mailbox.py" />
      <source>{host} isn’t working right now.</source>
      <translation>{host} funktioniert gerade nicht.</translation>
    </message>
    <message>
      <location filename="desktop/model/asking.py" />
      <source>{host} knows no model “{model}” at this address.</source>
      <translation>{host} kennt unter dieser Adresse kein Modell „{model}“.</translation>
    </message>
    <message>
      <location filename="desktop/mailbox.py" />
      <source>{host} offers no safe connection, so we didn’t sign in.</source>
      <translation>{host} bietet keine sichere Verbindung, darum haben wir uns nicht angemeldet.</translation>
    </message>
    <message>
      <location filename="desktop/web.py" />
      <source>{host} sends us round in circles.</source>
      <translation>{host} schickt uns im Kreis.</translation>
    </message>
    <message>
      <location filename="desktop/exchange.py" />
      <source>{host} sent far more than fits.</source>
      <translation>{host} hat viel mehr geschickt, als hineinpasst.</translation>
    </message>
    <message>
      <location filename="desktop/web.py" />
      <source>{host} sent us somewhere else.</source>
      <translation>{host} hat uns woandershin geschickt.</translation>
    </message>
    <message>
      <location filename="desktop/exchange.py" />
      <source>{host} signed us out.</source>
      <translation>{host} hat uns abgemeldet.</translation>
    </message>
    <message>
      <location filename="desktop/exchange.py" />
      <source>{host} turned it down.</source>
      <translation>{host} hat es abgelehnt.</translation>
    </message>
    <message>
      <location filename="desktop/web.py" />
      <source>{host} was looked at just now.</source>
      <translation>Bei {host} wurde gerade eben nachgesehen.</translation>
    </message>
    <message>
      <location filename="desktop/web.py" />
      <source>{host} would be reached without encryption, and we don't do that.</source>
      <translation>{host} wäre nur unverschlüsselt erreichbar, und das machen wir nicht.</translation>
    </message>
    <message>
      <location filename="ui/people/known.py" />
      <source>{hour} today</source>
      <translation>{hour} heute</translation>
    </message>
    <message>
      <location filename="ui/people/page.py" />
      <source>{key} add a person</source>
      <translation>{key} Person hinzufügen</translation>
    </message>
    <message>
      <location filename="desktop/connectors/answers.py" />
      <source>{key} is a {name}, not a {name2}</source>
      <translation>{key} is a {name}, not a {name2}</translation>
    </message>
    <message>
      <location filename="desktop/connectors/answers.py" />
      <source>{key} is no time</source>
      <translation>{key} is no time</translation>
    </message>
    <message>
      <location filename="ui/settings/single_keys.py" />
      <source>{key} is “{what}” already. Choose another one, or change that one first.</source>
      <translation>{key} ist schon „{what}“. Wählen Sie eine andere, oder ändern Sie zuerst jene.</translation>
    </message>
    <message>
      <location filename="ui/history/story.py" />
      <source>{kind} on {place}</source>
      <translation>{kind} auf {place}</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>{kind} or {other}</source>
      <translation>{kind} oder {other}</translation>
    </message>
    <message>
      <location filename="ui/settings/learning.py" />
      <source>{kind}, because of: {words}</source>
      <translation>{kind}, wegen: {words}</translation>
    </message>
    <message>
      <location filename="ui/inbox/spoken.py" />
      <source>{kind}, guessed</source>
      <translation>{kind}, vermutet</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google.py" />
      <source>{left_out} of the newest reviews can't be read and were left out.</source>
      <translation>{left_out} der neuesten Bewertungen waren nicht lesbar und blieben weg.</translation>
    </message>
    <message>
      <location filename="ui/inbox/listing.py" />
      <source>{look} open to a passer-by.</source>
      <translation>{look} für Passanten offen aus.</translation>
    </message>
    <message>
      <location filename="ui/history/export_dialog.py" />
      <source>{many} in {name}</source>
      <translation>{many} in {name}</translation>
    </message>
    <message>
      <location filename="ui/insights/export.py" />
      <source>{many} in {period}. Worked out on this computer.</source>
      <translation>{many}: {period}. Auf diesem Computer ausgerechnet.</translation>
    </message>
    <message>
      <location filename="ui/inbox/several.py" />
      <source>{many} selected</source>
      <translation>{many} ausgewählt</translation>
    </message>
    <message>
      <location filename="ui/insights/export.py" />
      <source>{many}. Worked out on this computer.</source>
      <translation>{many}. Auf diesem Computer ausgerechnet.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/graph.py" />
      <source>{may} Someone with full access has to allow it.</source>
      <translation>{may} Jemand mit vollem Zugriff muss es erlauben.</translation>
    </message>
    <message>
      <location filename="desktop/counter/book.py" />
      <source>{most_values} at most: nobody keeps more in mind.</source>
      <translation>Höchstens {most_values}: Mehr behält niemand im Kopf.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google.py" />
      <source>{name} allows {most} bytes. Yours is {size}.</source>
      <translation>{name} erlaubt {most} Bytes. Ihre Antwort hat {size}.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky.py" />
      <source>{name} allows {most} characters. Yours is {length}.</source>
      <translation>{name} erlaubt {most} Zeichen. Ihre Antwort hat {length}.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/youtube.py" />
      <source>{name} allows {most} characters. Yours is {size}.</source>
      <translation>{name} erlaubt {most} Zeichen. Ihre Antwort hat {size}.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/threads.py" />
      <source>{name} allows {most} links. Yours has {links}.</source>
      <translation>{name} erlaubt {most} Links. Ihre Antwort hat {links}.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/graph.py" />
      <source>{name} allows {most} {unit}. Yours is {size}.</source>
      <translation>{name} erlaubt {most} {unit}. Ihre Antwort hat {size}.</translation>
    </message>
    <message>
      <location filename="ui/people/asked.py" />
      <source>{name} asked {n} times about {thing}, and you said yes each time.</source>
      <translation>{name} hat {n}-mal nach {thing} gefragt, und Sie haben jedes Mal Ja gesagt.</translation>
    </message>
    <message>
      <location filename="desktop/coach/looks.py" />
      <source>{name} came for help. Keep offers and new things out of this one.</source>
      <translation>{name} sucht Hilfe. Lassen Sie Angebote und Neuheiten hier weg.</translation>
    </message>
    <message>
      <location filename="ui/practice_offer.py" />
      <source>{name} can practise first, with a pretend shop. Nothing there is posted anywhere.</source>
      <translation>{name} kann erst üben, im Übungsladen. Nichts davon wird irgendwo gepostet.</translation>
    </message>
    <message>
      <location filename="desktop/sealing.py" />
      <source>{name} can't be read: it is damaged, or no copy of this shop.</source>
      <translation>{name} ist nicht lesbar: beschädigt, oder keine Kopie dieses Ladens.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/__init__.py" />
      <source>{name} can't delete; look at `can.delete` first</source>
      <translation>{name} can't delete; look at `can.delete` first</translation>
    </message>
    <message>
      <location filename="desktop/connectors/__init__.py" />
      <source>{name} can't edit; look at `can.edit` first</source>
      <translation>{name} can't edit; look at `can.edit` first</translation>
    </message>
    <message>
      <location filename="desktop/connectors/__init__.py" />
      <source>{name} can't hide; look at `can.hide` first</source>
      <translation>{name} can't hide; look at `can.hide` first</translation>
    </message>
    <message>
      <location filename="ui/history/story.py" />
      <source>{name} changed it.</source>
      <translation>{name} hat es geändert.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>{name} checked this {date}</source>
      <translation>{name} hat das am {date} geprüft</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky.py" />
      <source>{name} didn't answer clearly. It may have worked or not.</source>
      <translation>{name} hat nicht eindeutig geantwortet. Es kann geklappt haben oder nicht.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky_session.py" />
      <source>{name} didn't answer.</source>
      <translation>{name} hat nicht geantwortet.</translation>
    </message>
    <message>
      <location filename="desktop/connecting.py" />
      <source>{name} doesn't ask for “{what}”.</source>
      <translation>{name} fragt nicht nach „{what}“.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky_session.py" />
      <source>{name} gave an answer we don't understand.</source>
      <translation>{name} gab eine Antwort, die wir nicht verstehen.</translation>
    </message>
    <message>
      <location filename="ui/people/page.py" />
      <source>{name} has a PIN now</source>
      <translation>{name} hat jetzt eine PIN</translation>
    </message>
    <message>
      <location filename="desktop/counter/team.py" />
      <source>{name} has a PIN. It's asked for where one switches.</source>
      <translation>{name} hat eine PIN. Danach wird beim Wechseln gefragt.</translation>
    </message>
    <message>
      <location filename="ui/conversation/notices.py" />
      <source>{name} has a draft here from {time}.</source>
      <translation>{name} hat hier einen Entwurf von {time}.</translation>
    </message>
    <message>
      <location filename="ui/people/page.py" />
      <source>{name} has a new PIN</source>
      <translation>{name} hat eine neue PIN</translation>
    </message>
    <message>
      <location filename="ui/people/page.py" />
      <source>{name} has no PIN any more</source>
      <translation>{name} hat keine PIN mehr</translation>
    </message>
    <message>
      <location filename="desktop/counter/locking.py" />
      <source>{name} has no PIN yet.</source>
      <translation>{name} hat noch keine PIN.</translation>
    </message>
    <message>
      <location filename="ui/people/details.py" />
      <source>{name} has no PIN yet: anybody at this computer can open as {name}.</source>
      <translation>{name} hat noch keine PIN: Wer an diesem Computer sitzt, kann als {name} öffnen.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/__init__.py" />
      <source>{name} has no sign-in in the browser; look at `browser_sign_in` first</source>
      <translation>{name} has no sign-in in the browser; look at `browser_sign_in` first</translation>
    </message>
    <message>
      <location filename="desktop/connectors/__init__.py" />
      <source>{name} has no sign-in with a form</source>
      <translation>{name} hat keine Anmeldung mit Formular</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky_session.py" />
      <source>{name} has taken this account down.</source>
      <translation>{name} hat dieses Konto gesperrt.</translation>
    </message>
    <message>
      <location filename="ui/conversation/history_line.py" />
      <source>{name} has written to you {n} times since {year}: {what} and this.</source>
      <translation>{name} hat Ihnen seit {year} {n}-mal geschrieben: {what} und das hier.</translation>
    </message>
    <message>
      <location filename="desktop/counter/asking.py" />
      <source>{name} has your question already.</source>
      <translation>{name} hat Ihre Frage schon.</translation>
    </message>
    <message>
      <location filename="desktop/coach/steps.py" />
      <source>{name} hasn't said it's sorted</source>
      <translation>{name} hat nicht gesagt, dass es in Ordnung ist</translation>
    </message>
    <message>
      <location filename="ui/ending/facts.py" />
      <source>{name} hasn’t said it’s sorted</source>
      <translation>{name} hat nicht gesagt, dass es in Ordnung ist</translation>
    </message>
    <message>
      <location filename="ui/conversation/ending_panel.py" />
      <source>{name} hasn’t said it’s sorted. Ask how things are instead.</source>
      <translation>{name} hat nicht gesagt, dass es in Ordnung ist. Fragen Sie stattdessen, wie es steht.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/mastodon.py" />
      <source>{name} here allows {most} characters. Yours is {size}.</source>
      <translation>{name} erlaubt hier {most} Zeichen. Ihre Antwort hat {size}.</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>{name} is answering</source>
      <translation>{name} antwortet gerade</translation>
    </message>
    <message>
      <location filename="ui/notify.py" />
      <source>{name} is asking you something</source>
      <translation>{name} fragt Sie etwas</translation>
    </message>
    <message>
      <location filename="ui/ask_desk.py" />
      <source>{name} is asking you {things}</source>
      <translation>{name} fragt Sie wegen {things}</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>{name} is bringing in a file. This one waits until that is done.</source>
      <translation>{name} holt gerade eine Datei herein. Diese wartet, bis das fertig ist.</translation>
    </message>
    <message>
      <location filename="desktop/imports/files.py" />
      <source>{name} is far bigger than it ever is in such an export.</source>
      <translation>{name} ist viel größer, als es in so einem Export je ist.</translation>
    </message>
    <message>
      <location filename="ui/conversation/ending_panel.py" />
      <source>{name} is happy. The post still looks like a complaint.</source>
      <translation>{name} ist zufrieden. Der Beitrag sieht noch wie eine Beschwerde aus.</translation>
    </message>
    <message>
      <location filename="ui/complaints/board.py" />
      <source>{name} is in {column} now</source>
      <translation>{name} ist jetzt in „{column}“</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>{name} is on it till {time}.</source>
      <translation>{name} kümmert sich bis {time}.</translation>
    </message>
    <message>
      <location filename="desktop/exchange.py" />
      <source>{name} isn't JSON</source>
      <translation>{name} isn't JSON</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky_session.py" />
      <source>{name} isn't working right now.</source>
      <translation>{name} funktioniert gerade nicht.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>{name} looked {ago}</source>
      <translation>{name} hat {ago} nachgesehen</translation>
    </message>
    <message>
      <location filename="ui/happening/page.py" />
      <source>{name} made it, {when}</source>
      <translation>{name} hat ihn angelegt, {when}</translation>
    </message>
    <message>
      <location filename="desktop/connecting.py" />
      <source>{name} needs one more thing: {label}</source>
      <translation>{name} braucht noch etwas: {label}</translation>
    </message>
    <message>
      <location filename="ui/conversation/ending_panel.py" />
      <source>{name} or someone else has posted it. Paste the link and we keep it as proof.</source>
      <translation>{name} oder jemand anderes hat es gepostet. Fügen Sie den Link ein, wir behalten ihn als Nachweis.</translation>
    </message>
    <message>
      <location filename="ui/conversation/ending_panel.py" />
      <source>{name} said so just now</source>
      <translation>{name} hat das gerade gesagt</translation>
    </message>
    <message>
      <location filename="ui/happening/sheet.py" />
      <source>{name} said so.</source>
      <translation>{name} hat es gesagt.</translation>
    </message>
    <message>
      <location filename="ui/sights.py" />
      <source>{name} saying it’s sorted.</source>
      <translation>{name} sagt, dass es in Ordnung ist.</translation>
    </message>
    <message>
      <location filename="ui/people/asked.py" />
      <source>{name} sees this page too.</source>
      <translation>{name} sieht diese Seite auch.</translation>
    </message>
    <message>
      <location filename="ui/conversation/cards.py" />
      <source>{name} set this {date}</source>
      <translation>{name}, {date}</translation>
    </message>
    <message>
      <location filename="desktop/connectors/bluesky_session.py" />
      <source>{name} signed us out.</source>
      <translation>{name} hat uns abgemeldet.</translation>
    </message>
    <message>
      <location filename="desktop/coach/tone.py" />
      <source>{name} sounds upset. Maybe lose the exclamation marks.</source>
      <translation>{name} klingt aufgebracht. Vielleicht ohne Ausrufezeichen.</translation>
    </message>
    <message>
      <location filename="ui/settings/quiet.py" />
      <source>{name} stopped “{check}”</source>
      <translation>{name} hat „{check}“ abgeschaltet</translation>
    </message>
    <message>
      <location filename="ui/shopbook/suggested.py" />
      <source>{name} suggests a change.</source>
      <translation>{name} schlägt eine Änderung vor.</translation>
    </message>
    <message>
      <location filename="ui/shopbook/suggested.py" />
      <source>{name} suggests a new fact.</source>
      <translation>{name} schlägt eine neue Angabe vor.</translation>
    </message>
    <message>
      <location filename="ui/ending/write_tab.py" />
      <source>{name} told you it’s sorted</source>
      <translation>{name} hat gesagt, dass es in Ordnung ist</translation>
    </message>
    <message>
      <location filename="ui/conversation/ending_panel.py" />
      <source>{name} told you it’s sorted. Ask for a line under the post, in {name}’s own words.</source>
      <translation>{name} hat gesagt, dass es in Ordnung ist. Bitten Sie um eine Zeile unter dem Beitrag, in eigenen Worten von {name}.</translation>
    </message>
    <message>
      <location filename="ui/sights.py" />
      <source>{name} took the post down</source>
      <translation>{name} hat den Beitrag entfernt</translation>
    </message>
    <message>
      <location filename="ui/history/story.py" />
      <source>{name} took the post down.</source>
      <translation>{name} hat den Beitrag entfernt.</translation>
    </message>
    <message>
      <location filename="desktop/coach/looks.py" />
      <source>{name} wrote about “{a}” and “{b}”.</source>
      <translation>{name} schrieb von „{a}“ und „{b}“.</translation>
    </message>
    <message>
      <location filename="desktop/coach/looks.py" />
      <source>{name} wrote about “{a}”.</source>
      <translation>{name} schrieb von „{a}“.</translation>
    </message>
    <message>
      <location filename="ui/conversation/ending_panel.py" />
      <source>{name} wrote again after the ending. Does it still show that it was put right?</source>
      <translation>{name} hat nach dem Ausgang wieder geschrieben. Ist noch zu sehen, dass es in Ordnung gebracht wurde?</translation>
    </message>
    <message>
      <location filename="ui/conversation/desk.py" />
      <source>{name} wrote again just now.</source>
      <translation>{name} hat gerade wieder geschrieben.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>{name} wrote again while this waited.</source>
      <translation>{name} hat wieder geschrieben, während das wartete.</translation>
    </message>
    <message>
      <location filename="desktop/coach/tone.py" />
      <source>{name} wrote in {language}</source>
      <translation>{name} schrieb auf {language}</translation>
    </message>
    <message>
      <location filename="desktop/coach/looks.py" />
      <source>{name} wrote “{sentence}” Your draft doesn't mention it.</source>
      <translation>{name} schrieb: „{sentence}“ In Ihrem Entwurf kommt das nicht vor.</translation>
    </message>
    <message>
      <location filename="ui/complaints/cards.py" />
      <source>{name}, by {when}</source>
      <translation>{name}, bis {when}</translation>
    </message>
    <message>
      <location filename="ui/ending/dialog.py" />
      <source>{name}, saying how it ended</source>
      <translation>{name}, und wie es ausging</translation>
    </message>
    <message>
      <location filename="ui/people/asked.py" />
      <source>{name}, this month</source>
      <translation>{name}, dieser Monat</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_page.py" />
      <source>{name}, {place}, since {date}</source>
      <translation>{name}, {place}, seit {date}</translation>
    </message>
    <message>
      <location filename="ui/settings/forgetting.py" />
      <source>{name}, {place}: {n}. Can be undone until {day}.</source>
      <translation>{name}, {place}: {n}. Bis {day} rückgängig zu machen.</translation>
    </message>
    <message>
      <location filename="ui/history/saved_list.py" />
      <source>{name}: {n} of {all}</source>
      <translation>{name}: {n} von {all}</translation>
    </message>
    <message>
      <location filename="ui/lock/keypad.py" />
      <source>{name}’s PIN</source>
      <translation>PIN von {name}</translation>
    </message>
    <message>
      <location filename="ui/conversation/doing.py" />
      <source>{name}’s draft: “{text}”</source>
      <translation>Entwurf von {name}: „{text}“</translation>
    </message>
    <message>
      <location filename="ui/sights.py" />
      <source>{name}’s own update saying it’s sorted.</source>
      <translation>{name} hat ergänzt, dass es in Ordnung ist.</translation>
    </message>
    <message>
      <location filename="ui/settings/protection.py" />
      <source>{name}’s password</source>
      <translation>dem Passwort von {name}</translation>
    </message>
    <message>
      <location filename="ui/lock/meanwhile.py" />
      <source>{name}’s unfinished draft is kept. It opens where {name} left it.</source>
      <translation>Der angefangene Entwurf von {name} ist aufgehoben. Er öffnet sich da, wo {name} aufgehört hat.</translation>
    </message>
    <message>
      <location filename="ui/sights.py" />
      <source>{noun} and your answer.</source>
      <translation>{noun} und Ihre Antwort.</translation>
    </message>
    <message>
      <location filename="ui/sights.py" />
      <source>{noun} and your answer. It’s fixed, but nobody can tell.</source>
      <translation>{noun} und Ihre Antwort. Es ist behoben, aber niemand kann es sehen.</translation>
    </message>
    <message>
      <location filename="ui/sights.py" />
      <source>{noun} and your answer.{unfixed}</source>
      <translation>{noun} und Ihre Antwort.{unfixed}</translation>
    </message>
    <message>
      <location filename="ui/sights.py" />
      <source>{noun} and your last word on it.</source>
      <translation>{noun} und Ihr letztes Wort dazu.</translation>
    </message>
    <message>
      <location filename="ui/sights.py" />
      <source>{noun}, and no answer from you.</source>
      <translation>{noun} und keine Antwort von Ihnen.</translation>
    </message>
    <message>
      <location filename="ui/sights.py" />
      <source>{noun}, and no answer from you. It’s fixed, but nobody can tell.</source>
      <translation>{noun} und keine Antwort von Ihnen. Es ist behoben, aber niemand kann es sehen.</translation>
    </message>
    <message>
      <location filename="ui/sights.py" />
      <source>{noun}, and nothing from you.</source>
      <translation>{noun} und nichts von Ihnen.</translation>
    </message>
    <message>
      <location filename="ui/moments.py" />
      <source>{number} days ago</source>
      <translation>vor {number} Tagen</translation>
    </message>
    <message>
      <location filename="ui/moments.py" />
      <source>{number}%</source>
      <translation>{number} %</translation>
    </message>
    <message>
      <location filename="ui/moving.py" />
      <source>{n} % is here…</source>
      <translation>{n} % sind da…</translation>
    </message>
    <message>
      <location filename="ui/moving.py" />
      <source>{n} % written…</source>
      <translation>{n} % geschrieben…</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>{n} accounts need you</source>
      <translation>{n} Konten brauchen Sie</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>{n} are here already.</source>
      <translation>{n} sind schon hier.</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/brought.py" />
      <source>{n} came in.</source>
      <translation>{n} kamen herein.</translation>
    </message>
    <message>
      <location filename="ui/inbox/listing.py" />
      <source>{n} complaints are fixed</source>
      <translation>{n} Beschwerden sind behoben</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>{n} drafts aren’t saved yet: their words are only in this window.</source>
      <translation>{n} Entwürfe sind noch nicht gespeichert: Ihre Worte stehen nur in diesem Fenster.</translation>
    </message>
    <message>
      <location filename="ui/main_window.py" />
      <source>{n} drafts can’t be saved.</source>
      <translation>{n} Entwürfe können nicht gespeichert werden.</translation>
    </message>
    <message>
      <location filename="ui/shopbook/page.py" />
      <source>{n} facts need checking</source>
      <translation>{n} Angaben sind zu prüfen</translation>
    </message>
    <message>
      <location filename="ui/practice/public_panel.py" />
      <source>{n} left.</source>
      <translation>{n} gingen.</translation>
    </message>
    <message>
      <location filename="ui/composer/tabs.py" />
      <source>{n} min</source>
      <translation>{n} Min.</translation>
    </message>
    <message>
      <location filename="ui/widgets/pin_boxes.py" />
      <source>{n} min {s} s</source>
      <translation>{n} Min. {s} s</translation>
    </message>
    <message>
      <location filename="ui/people/page.py" />
      <source>{n} minutes</source>
      <translation>{n} Minuten</translation>
    </message>
    <message>
      <location filename="ui/composer/parts_bar.py" />
      <source>{n} more</source>
      <translation>{n} weitere</translation>
    </message>
    <message>
      <location filename="ui/shopbook/printing.py" />
      <source>{n} more closed days</source>
      <translation>{n} weitere geschlossene Tage</translation>
    </message>
    <message>
      <location filename="ui/shopbook/printing.py" />
      <source>{n} more in the Shop book on the computer.</source>
      <translation>{n} weitere im Ladenbuch am Computer.</translation>
    </message>
    <message>
      <location filename="ui/shopbook/printing.py" />
      <source>{n} more on the People page.</source>
      <translation>{n} weitere auf der Seite Team.</translation>
    </message>
    <message>
      <location filename="ui/shopbook/overview.py" />
      <source>{n} more under Hours and closures</source>
      <translation>{n} weitere unter „Zeiten und Schließtage“</translation>
    </message>
    <message>
      <location filename="ui/shopbook/overview.py" />
      <source>{n} more under Promises and limits</source>
      <translation>{n} weitere unter „Zusagen und Grenzen“</translation>
    </message>
    <message>
      <location filename="ui/inbox/listing.py" />
      <source>{n} need someone</source>
      <translation>{n} brauchen jemanden</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>{n} new</source>
      <translation>{n} neu</translation>
    </message>
    <message>
      <location filename="ui/lock/foot.py" />
      <source>{n} new since it locked</source>
      <translation>{n} neu seit dem Sperren</translation>
    </message>
    <message>
      <location filename="ui/practice/public_panel.py" />
      <source>{n} not sure.</source>
      <translation>{n} unsicher.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>{n} of 5 stars</source>
      <translation>{n} von 5 Sternen</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>{n} of them complaints</source>
      <translation>{n} davon Beschwerden</translation>
    </message>
    <message>
      <location filename="ui/conversation/facts.py" />
      <source>{n} of your last {of} began here</source>
      <translation>{n} Ihrer letzten {of} begannen hier</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>{n} of {all}</source>
      <translation>{n} von {all}</translation>
    </message>
    <message>
      <location filename="ui/keep_desk.py" />
      <source>{n} older than {age}</source>
      <translation>{n}, älter als {age}</translation>
    </message>
    <message>
      <location filename="ui/ending/dialog.py" />
      <source>{n} opening days</source>
      <translation>{n} Öffnungstage</translation>
    </message>
    <message>
      <location filename="ui/inbox/listing.py" />
      <source>{n} others are</source>
      <translation>{n} weitere warten</translation>
    </message>
    <message>
      <location filename="ui/ask_desk.py" />
      <source>{n} people are asking you {things}</source>
      <translation>{n} Leute fragen Sie wegen {things}</translation>
    </message>
    <message>
      <location filename="ui/event_bars.py" />
      <source>{n} people in the last hour mention ‘{name}’.</source>
      <translation>{n} Leute haben in der letzten Stunde „{name}“ erwähnt.</translation>
    </message>
    <message>
      <location filename="ui/event_bars.py" />
      <source>{n} people mention ‘{name}’, between {since} and {until}.</source>
      <translation>{n} Leute erwähnen „{name}“, zwischen {since} und {until}.</translation>
    </message>
    <message>
      <location filename="ui/everything.py" />
      <source>{n} pictures couldn’t be read.</source>
      <translation>{n} Bilder waren nicht lesbar.</translation>
    </message>
    <message>
      <location filename="ui/bringing_in/dialog.py" />
      <source>{n} posts of others, only passed on, stay out.</source>
      <translation>{n} Beiträge anderer, nur weitergegeben, bleiben weg.</translation>
    </message>
    <message>
      <location filename="ui/notify.py" />
      <source>{n} promises and answers are due</source>
      <translation>{n} Zusagen und Antworten sind fällig</translation>
    </message>
    <message>
      <location filename="ui/lock/meanwhile.py" />
      <source>{n} replies are held in the outbox.</source>
      <translation>{n} Antworten werden im Postausgang zurückgehalten.</translation>
    </message>
    <message>
      <location filename="ui/outbox_desk.py" />
      <source>{n} replies haven’t gone yet</source>
      <translation>{n} Antworten sind noch nicht draußen</translation>
    </message>
    <message>
      <location filename="ui/lock/meanwhile.py" />
      <source>{n} replies in the outbox go when there’s a connection.</source>
      <translation>{n} Antworten im Postausgang gehen, sobald eine Verbindung da ist.</translation>
    </message>
    <message>
      <location filename="ui/lock/meanwhile.py" />
      <source>{n} replies in the outbox will still go.</source>
      <translation>{n} Antworten im Postausgang gehen noch.</translation>
    </message>
    <message>
      <location filename="ui/unclean.py" />
      <source>{n} replies may or may not have gone.</source>
      <translation>{n} Antworten sind vielleicht gegangen, vielleicht nicht.</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>{n} replies need you</source>
      <translation>{n} Antworten brauchen Sie</translation>
    </message>
    <message>
      <location filename="ui/accounts/standing.py" />
      <source>{n} so far</source>
      <translation>bisher {n}</translation>
    </message>
    <message>
      <location filename="ui/everything.py" />
      <source>{n} so far…</source>
      <translation>{n} bisher…</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>{n} stars</source>
      <translation>{n} Sterne</translation>
    </message>
    <message>
      <location filename="ui/ask_desk.py" />
      <source>{n} things</source>
      <translation>{n} Sachen</translation>
    </message>
    <message>
      <location filename="ui/widgets/pin_boxes.py" />
      <source>{n} tries left before a {wait}.</source>
      <translation>Noch {n} Versuche, dann {wait}.</translation>
    </message>
    <message>
      <location filename="ui/main_window.py" />
      <source>{n} were forgotten meanwhile.</source>
      <translation>{n} davon wurden inzwischen vergessen.</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>{n} written elsewhere: what stands in no wording counts as own.</source>
      <translation>{n} anderswo geschrieben: Was in keiner Formulierung steht, zählt als eigen.</translation>
    </message>
    <message>
      <location filename="ui/widgets/pin_boxes.py" />
      <source>{n} wrong tries make a {wait}.</source>
      <translation>{n} falsche Versuche bedeuten {wait}.</translation>
    </message>
    <message>
      <location filename="desktop/coach/steps.py" />
      <source>{n}% of this is yours. One sentence only you could write will do it.</source>
      <translation>{n} % davon sind von Ihnen. Ein Satz, den nur Sie schreiben können, genügt.</translation>
    </message>
    <message>
      <location filename="ui/widgets/pin_boxes.py" />
      <source>{n}-minute wait</source>
      <translation>{n} Min. Wartezeit</translation>
    </message>
    <message>
      <location filename="ui/keep_desk.py" />
      <source>{one} and {other}</source>
      <translation>{one} und {other}</translation>
    </message>
    <message>
      <location filename="ui/inbox/listing.py" />
      <source>{others} waiting outside this filter.</source>
      <translation>{others} außerhalb dieses Filters.</translation>
    </message>
    <message>
      <location filename="ui/happening/sheet.py" />
      <source>{owner} decides this. Until then, name no cause.</source>
      <translation>{owner} entscheidet das. Nennen Sie bis dahin keine Ursache.</translation>
    </message>
    <message>
      <location filename="ui/shopbook/suggested.py" />
      <source>{owner} decides.</source>
      <translation>{owner} entscheidet.</translation>
    </message>
    <message>
      <location filename="ui/ask_desk.py" />
      <source>{owner} gave one back: {name}</source>
      <translation>{owner} hat etwas zurückgegeben: {name}</translation>
    </message>
    <message>
      <location filename="ui/conversation/asking.py" />
      <source>{owner} is asked.</source>
      <translation>{owner} wurde gefragt.</translation>
    </message>
    <message>
      <location filename="ui/conversation/asking.py" />
      <source>{owner} is asked. Your words wait here.</source>
      <translation>{owner} wurde gefragt. Ihre Worte warten hier.</translation>
    </message>
    <message>
      <location filename="ui/conversation/on_the_spot.py" />
      <source>{owner} is here</source>
      <translation>{owner} ist hier</translation>
    </message>
    <message>
      <location filename="ui/conversation/asking.py" />
      <source>{owner} is here: type your PIN to OK this one reply</source>
      <translation>{owner} ist hier: PIN eingeben, um diese eine Antwort zu erlauben</translation>
    </message>
    <message>
      <location filename="ui/conversation/asking.py" />
      <source>{owner} is here…</source>
      <translation>{owner} ist hier…</translation>
    </message>
    <message>
      <location filename="ui/conversation/asking.py" />
      <source>{owner} said yes</source>
      <translation>{owner} hat Ja gesagt</translation>
    </message>
    <message>
      <location filename="ui/conversation/asking.py" />
      <source>{owner} said yes, hide it</source>
      <translation>{owner} hat Ja gesagt: ausblenden</translation>
    </message>
    <message>
      <location filename="ui/ask_desk.py" />
      <source>{owner} said yes, in other words.</source>
      <translation>{owner} hat Ja gesagt, in anderen Worten.</translation>
    </message>
    <message>
      <location filename="ui/conversation/asking.py" />
      <source>{owner} said yes, in these words</source>
      <translation>{owner} hat Ja gesagt, mit diesen Worten</translation>
    </message>
    <message>
      <location filename="ui/ask_desk.py" />
      <source>{owner} said yes. Hide it?</source>
      <translation>{owner} hat Ja gesagt. Ausblenden?</translation>
    </message>
    <message>
      <location filename="ui/ask_desk.py" />
      <source>{owner} said yes. Post it?</source>
      <translation>{owner} hat Ja gesagt. Posten?</translation>
    </message>
    <message>
      <location filename="ui/ask_desk.py" />
      <source>{owner} said yes: {name}</source>
      <translation>{owner} hat Ja gesagt: {name}</translation>
    </message>
    <message>
      <location filename="ui/ask_desk.py" />
      <source>{owner}: not this time. {why}</source>
      <translation>{owner}: diesmal nicht. {why}</translation>
    </message>
    <message>
      <location filename="ui/conversation/keeping.py" />
      <source>{part}. Press the words that change from reply to reply: they become blanks.</source>
      <translation>{part}. Drücken Sie auf die Wörter, die von Antwort zu Antwort wechseln: Sie werden zu Lücken.</translation>
    </message>
    <message>
      <location filename="desktop/counter/asking.py" />
      <source>{person_name} has acted on it already.</source>
      <translation>{person_name} hat schon danach gehandelt.</translation>
    </message>
    <message>
      <location filename="desktop/counter/claiming.py" />
      <source>{person_name} is on it till {until}.</source>
      <translation>{person_name} kümmert sich bis {until}.</translation>
    </message>
    <message>
      <location filename="desktop/counter/asking.py" />
      <source>{person_name} wrote this, so {person_name2} posts it.</source>
      <translation>Das hat {person_name} geschrieben, darum postet es {person_name2}.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/threads_publishing.py" />
      <source>{place} allows {most} replies a day, and they are used up.</source>
      <translation>{place} erlaubt {most} Antworten am Tag, und die sind aufgebraucht.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/graph.py" />
      <source>{place} answered in a way we can't read. It may have worked or not.</source>
      <translation>{place} hat so geantwortet, dass wir es nicht lesen können. Es kann geklappt haben oder nicht.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_api.py" />
      <source>{place} asked us to slow down.</source>
      <translation>{place} bat uns, langsamer zu machen.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/oauth.py" />
      <source>{place} didn't send you back in time. Nothing was changed.</source>
      <translation>{place} hat Sie nicht rechtzeitig zurückgeschickt. Nichts wurde geändert.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_api.py" />
      <source>{place} didn't take that sign-in. Nothing was changed.</source>
      <translation>{place} hat diese Anmeldung nicht angenommen. Nichts wurde geändert.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/threads_publishing.py" />
      <source>{place} didn’t answer. Nothing was posted.</source>
      <translation>{place} hat nicht geantwortet. Nichts wurde gepostet.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/graph.py" />
      <source>{place} doesn't offer that any more.</source>
      <translation>{place} bietet das nicht mehr an.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_api.py" />
      <source>{place} doesn't show this page to the account you signed in with.</source>
      <translation>{place} zeigt diese Seite dem Konto nicht, mit dem Sie angemeldet sind.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_api.py" />
      <source>{place} doesn't take that refresh token.</source>
      <translation>{place} nimmt dieses Aktualisierungstoken nicht an.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/graph.py" />
      <source>{place} doesn’t answer as it used to.</source>
      <translation>{place} antwortet nicht mehr wie früher.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/graph.py" />
      <source>{place} doesn’t let us read all of this {what}.</source>
      <translation>{place} lässt uns nicht alles lesen ({what}).</translation>
    </message>
    <message>
      <location filename="desktop/connectors/oauth.py" />
      <source>{place} gave an answer we don't understand.</source>
      <translation>{place} gab eine Antwort, die wir nicht verstehen.</translation>
    </message>
    <message>
      <location filename="ui/accounts/how_far.py" />
      <source>{place} gives at most: {what}.</source>
      <translation>{place} gibt höchstens her: {what}.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/graph.py" />
      <source>{place} has blocked this for now: it thinks it breaks its rules. Your text is kept.</source>
      <translation>{place} hat das vorerst blockiert: Es verstoße gegen die Regeln. Ihr Text ist aufgehoben.</translation>
    </message>
    <message>
      <location filename="desktop/hiding.py" />
      <source>{place} hides only what stands under your own posts.</source>
      <translation>{place} blendet nur aus, was unter Ihren eigenen Beiträgen steht.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/threads_publishing.py" />
      <source>{place} is still preparing it.</source>
      <translation>{place} bereitet es noch vor.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/graph.py" />
      <source>{place} isn't working right now.</source>
      <translation>{place} funktioniert gerade nicht.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_api.py" />
      <source>{place} let us in for an hour only. Nothing was changed.</source>
      <translation>{place} hat uns nur für eine Stunde eingelassen. Nichts wurde geändert.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_api.py" />
      <source>{place} lets us read this page but not post.</source>
      <translation>{place} lässt uns diese Seite lesen, aber nichts posten.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/graph.py" />
      <source>{place} lets us read this {what} but not post.</source>
      <translation>{place} lässt uns lesen, aber nicht posten ({what}).</translation>
    </message>
    <message>
      <location filename="ui/notify.py" />
      <source>{place} needs you to sign in again</source>
      <translation>{place}: Sie müssen sich neu anmelden</translation>
    </message>
    <message>
      <location filename="desktop/shop.py" />
      <source>{place} needs you to sign in again.</source>
      <translation>Bei {place} müssen Sie sich neu anmelden.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/threads_publishing.py" />
      <source>{place} says it is posted, but doesn’t show it to us yet.</source>
      <translation>{place} sagt, es sei gepostet, zeigt es uns aber noch nicht.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/graph.py" />
      <source>{place} says you have just posted the same words. Change some of them.</source>
      <translation>{place} sagt, Sie haben eben dieselben Worte gepostet. Ändern Sie ein paar davon.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/graph.py" />
      <source>{place} signed us out.</source>
      <translation>{place} hat uns abgemeldet.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_api.py" />
      <source>{place} signed us out. {words}</source>
      <translation>{place} hat uns abgemeldet. {words}</translation>
    </message>
    <message>
      <location filename="desktop/connectors/graph.py" />
      <source>{place} signed us out: {why}.</source>
      <translation>{place} hat uns abgemeldet: {why}.</translation>
    </message>
    <message>
      <location filename="desktop/coach/holds.py" />
      <source>{place} stops at {limit}. Shorten it, or post the first part and carry on privately.</source>
      <translation>Bei {place} ist nach {limit} Schluss. Kürzen Sie, oder posten Sie den ersten Teil und schreiben Sie privat weiter.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/graph.py" />
      <source>{place} turned it down: it can't open the link in it. Your text is kept.</source>
      <translation>{place} hat es abgelehnt: Der Link darin lässt sich nicht öffnen. Ihr Text ist aufgehoben.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/graph.py" />
      <source>{place} turned the reply down. Your text is kept.</source>
      <translation>{place} hat die Antwort abgelehnt. Ihr Text ist aufgehoben.</translation>
    </message>
    <message>
      <location filename="ui/words.py" />
      <source>{place} turned this down: {reason}</source>
      <translation>{place} hat das abgelehnt: {reason}</translation>
    </message>
    <message>
      <location filename="desktop/connectors/oauth.py" />
      <source>{place} wasn't allowed to connect. Nothing was changed.</source>
      <translation>Die Verbindung mit {place} wurde nicht erlaubt. Nichts wurde geändert.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_api.py" />
      <source>{place} wasn't allowed what Said &amp; Done needs. Nothing was changed.</source>
      <translation>Bei {place} wurde nicht alles erlaubt, was Said &amp; Done braucht. Nichts wurde geändert.</translation>
    </message>
    <message>
      <location filename="desktop/complaints.py" />
      <source>{place} {what} ({marks}) and </source>
      <translation>{place} {what} ({marks}) and </translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>{p}% came while closed</source>
      <translation>{p} % kamen, als geschlossen war</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>{p}% came while closed, was {before}%</source>
      <translation>{p} % kamen, als geschlossen war, davor {before} %</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>{p}% of each reply is in the writer’s own words</source>
      <translation>{p} % jeder Antwort sind eigene Worte</translation>
    </message>
    <message>
      <location filename="ui/insights/sounding.py" />
      <source>{p}% own words, {many}</source>
      <translation>{p} % eigene Worte, {many}</translation>
    </message>
    <message>
      <location filename="ui/insights/sounding.py" />
      <source>{p}%, was {before}%</source>
      <translation>{p} %, vorher {before} %</translation>
    </message>
    <message>
      <location filename="ui/conversation/view.py" />
      <source>{reply} reply · {one} {two} starters · {note} note · {done} done here · Esc list</source>
      <translation>{reply} antworten · {one} {two} Anfänge · {note} Notiz · {done} hier erledigt · Esc Liste</translation>
    </message>
    <message>
      <location filename="desktop/claims.py" />
      <source>{select} and c.conversation = :one</source>
      <translation>{select} and c.conversation = :one</translation>
    </message>
    <message>
      <location filename="desktop/complaints.py" />
      <source>{select} where k.id in ({chosen}) order by {order}</source>
      <translation>{select} where k.id in ({chosen}) order by {order}</translation>
    </message>
    <message>
      <location filename="ui/shopbook/printing.py" />
      <source>{shop} · printed on {day} {year}</source>
      <translation>{shop} · gedruckt am {day} {year}</translation>
    </message>
    <message>
      <location filename="ui/complaints/week_page.py" />
      <source>{shop} · the board as it stood on {when}</source>
      <translation>{shop} · Stand der Tafel: {when}</translation>
    </message>
    <message>
      <location filename="ui/ending/dialog.py" />
      <source>{shop}, saying how it ended</source>
      <translation>{shop}, und wie es ausging</translation>
    </message>
    <message>
      <location filename="desktop/imports/takeout.py" />
      <source>{short}, review {n}</source>
      <translation>{short}, Bewertung {n}</translation>
    </message>
    <message>
      <location filename="ui/complaints/top.py" />
      <source>{shown} of {total}</source>
      <translation>{shown} von {total}</translation>
    </message>
    <message>
      <location filename="ui/moments.py" />
      <source>{sign}{amount}</source>
      <translation>{amount} {sign}</translation>
    </message>
    <message>
      <location filename="desktop/coach/book.py" />
      <source>{state} on {day}</source>
      <translation>am {day} {state}</translation>
    </message>
    <message>
      <location filename="ui/practice/lesson_box.py" />
      <source>{step}, done</source>
      <translation>{step}, erledigt</translation>
    </message>
    <message>
      <location filename="ui/conversation/facts.py" />
      <source>{things}: ask {owner}.</source>
      <translation>{things}: {owner} fragen.</translation>
    </message>
    <message>
      <location filename="desktop/coach/holds.py" />
      <source>{thing} is on the “Ask first” list. Your words stay exactly as they are.</source>
      <translation>{thing} steht auf der Liste „Erst fragen“. Ihre Worte bleiben genau so stehen.</translation>
    </message>
    <message>
      <location filename="ui/happening/sheet.py" />
      <source>{time} has passed. Write, and say when you’ll say more.</source>
      <translation>{time} ist vorbei. Schreiben Sie, und sagen Sie, wann Sie mehr sagen.</translation>
    </message>
    <message>
      <location filename="ui/history/printed.py" />
      <source>{title} · written on {when}</source>
      <translation>{title} · geschrieben am {when}</translation>
    </message>
    <message>
      <location filename="ui/composer/choices.py" />
      <source>{title}, key {key}</source>
      <translation>{title}, Taste {key}</translation>
    </message>
    <message>
      <location filename="desktop/shopbook/hours.py" />
      <source>{today}, closed</source>
      <translation>{today}, geschlossen</translation>
    </message>
    <message>
      <location filename="desktop/shopbook/hours.py" />
      <source>{today}, open till {end}</source>
      <translation>{today}, offen bis {end}</translation>
    </message>
    <message>
      <location filename="desktop/shopbook/hours.py" />
      <source>{today}, open {start} to {end}</source>
      <translation>{today}, offen {start} bis {end}</translation>
    </message>
    <message>
      <location filename="desktop/shopbook/hours.py" />
      <source>{today}, opens at {start}</source>
      <translation>{today}, öffnet um {start}</translation>
    </message>
    <message>
      <location filename="ui/insights/findings.py" />
      <source>{topics}: {a} of {b} complaints</source>
      <translation>{topics}: {a} von {b} Beschwerden</translation>
    </message>
    <message>
      <location filename="desktop/connectors/mail.py" />
      <source>{unproven} mails only pretended to be notices, and were left alone.</source>
      <translation>{unproven} Mails gaben sich nur als Hinweise aus und blieben liegen.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/mail.py" />
      <source>{unread} notices couldn’t be read: look in the mailbox.</source>
      <translation>{unread} Hinweise ließen sich nicht lesen: Sehen Sie im Postfach nach.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/youtube.py" />
      <source>{unread} of the newest comments can't be read and were left out.</source>
      <translation>{unread} der neuesten Kommentare waren nicht lesbar und blieben weg.</translation>
    </message>
    <message>
      <location filename="ui/accounts/standing.py" />
      <source>{used} of {most}</source>
      <translation>{used} von {most}</translation>
    </message>
    <message>
      <location filename="ui/moments.py" />
      <source>{weekday} {date}</source>
      <translation>{weekday}, {date}</translation>
    </message>
    <message>
      <location filename="ui/accounts/standing.py" />
      <source>{what} (found {day})</source>
      <translation>{what} (gefunden {day})</translation>
    </message>
    <message>
      <location filename="ui/conversation/desk.py" />
      <source>{what} and your answer.</source>
      <translation>{what} und Ihre Antwort.</translation>
    </message>
    <message>
      <location filename="desktop/counter/answering.py" />
      <source>{what} can’t be posted to from here. Copy and open it instead.</source>
      <translation>Auf {what} lässt sich von hier nicht posten. Nutzen Sie stattdessen „Kopieren und öffnen“.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/feed.py" />
      <source>{what} doesn’t show us this feed.</source>
      <translation>{what} zeigt uns diesen Feed nicht.</translation>
    </message>
    <message>
      <location filename="desktop/deliver.py" />
      <source>{what} takes no private messages from here. Your reply is kept here.</source>
      <translation>{what} nimmt von hier keine privaten Nachrichten an. Ihre Antwort ist hier aufgehoben.</translation>
    </message>
    <message>
      <location filename="ui/status.py" />
      <source>{what} to {name} goes in {n} s</source>
      <translation>{what} an {name} geht in {n} s</translation>
    </message>
    <message>
      <location filename="desktop/pins.py" />
      <source>{what} {what2} {what22} {what222} the {what2222} {what22222} to the {what222222} {what2222222}.</source>
      <translation>{what} {what2} {what22} {what222} the {what2222} {what22222} to the {what222222} {what2222222}.</translation>
    </message>
    <message>
      <location filename="desktop/imports/x.py" />
      <source>{what}, post {n}</source>
      <translation>{what}, Beitrag {n}</translation>
    </message>
    <message>
      <location filename="ui/keep_desk.py" />
      <source>{what}: remove them? It can’t be undone.</source>
      <translation>{what}: entfernen? Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
      <location filename="ui/settings/single_keys.py" />
      <source>{what}: {key}. Change the key</source>
      <translation>{what}: {key}. Taste ändern</translation>
    </message>
    <message>
      <location filename="ui/history/years.py" />
      <source>{when}: {every}, {found} found</source>
      <translation>{when}: {every}, {found} gefunden</translation>
    </message>
    <message>
      <location filename="desktop/imports/table.py" />
      <source>{where}, our answer</source>
      <translation>{where}, unsere Antwort</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} added this by hand</source>
      <translation>{who} hat das von Hand hinzugefügt</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} asked before promising something</source>
      <translation>{who} hat vor einer Zusage gefragt</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} brought our answer there</source>
      <translation>{who} hat unsere Antwort dorthin gebracht</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} brought this back</source>
      <translation>{who} hat das zurückgeholt</translation>
    </message>
    <message>
      <location filename="desktop/coach/book.py" />
      <source>{who} checked it last. Worth a look before you promise it.</source>
      <translation>{who} hat sie zuletzt geprüft. Sehen Sie nach, bevor Sie es zusagen.</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} closed this event</source>
      <translation>{who} hat diesen Vorfall geschlossen</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} confirmed the ending</source>
      <translation>{who} hat den Ausgang bestätigt</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} gave this to {name}</source>
      <translation>{who} hat das an {name} weitergegeben</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} hid this on the page</source>
      <translation>{who} hat das auf der Seite ausgeblendet</translation>
    </message>
    <message>
      <location filename="desktop/coach/tone.py" />
      <source>{who} is named as the culprit</source>
      <translation>{who} steht als schuldig da</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} kept a reply that was never posted</source>
      <translation>{who} hat eine Antwort behalten, die nie gepostet wurde</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} left this standing</source>
      <translation>{who} hat das stehen gelassen</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} let this show again</source>
      <translation>{who} hat das wieder eingeblendet</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} looked at the page</source>
      <translation>{who} hat sich die Seite angesehen</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} looked: it isn’t on the page any more</source>
      <translation>{who} hat nachgesehen: Es steht nicht mehr auf der Seite</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} looked: the ending still shows</source>
      <translation>{who} hat nachgesehen: Der Ausgang ist noch zu sehen</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} looked: the page is there</source>
      <translation>{who} hat nachgesehen: Die Seite ist da</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} made it a promise: {words}</source>
      <translation>{who} hat eine Zusage daraus gemacht: {words}</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} made this event</source>
      <translation>{who} hat diesen Vorfall angelegt</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} marked this fixed</source>
      <translation>{who} hat das als behoben markiert</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} moved this to {stage}</source>
      <translation>{who} hat das nach „{stage}“ verschoben</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} opened this event again</source>
      <translation>{who} hat diesen Vorfall wieder geöffnet</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} pasted what the notice left out</source>
      <translation>{who} hat eingefügt, was in der Mitteilung fehlte</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} picked this up again</source>
      <translation>{who} hat das wieder aufgenommen</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} put this in the event ‘{name}’</source>
      <translation>{who} hat das in den Vorfall „{name}“ aufgenommen</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} read what moved and sent the reply</source>
      <translation>{who} hat gelesen, was sich geändert hat, und die Antwort gesendet</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} said that the cause is known</source>
      <translation>{who} hat gesagt, dass die Ursache bekannt ist</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} said that the cause isn’t known yet</source>
      <translation>{who} hat gesagt, dass die Ursache noch nicht bekannt ist</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} said the promise is kept</source>
      <translation>{who} hat gesagt, dass die Zusage gehalten ist</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} said this is done here</source>
      <translation>{who} hat gesagt, dass das hier erledigt ist</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} said this is: {kind}</source>
      <translation>{who} hat gesagt, das ist: {kind}</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} said what it is about: {topics}</source>
      <translation>{who} hat gesagt, worum es geht: {topics}</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} said yes</source>
      <translation>{who} hat Ja gesagt</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} said: not this time</source>
      <translation>{who} hat gesagt: diesmal nicht</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} set a reminder</source>
      <translation>{who} hat eine Erinnerung gesetzt</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} set the next update</source>
      <translation>{who} hat die nächste Meldung angesetzt</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} told everybody</source>
      <translation>{who} hat allen Bescheid gesagt</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} took this on</source>
      <translation>{who} kümmert sich darum</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} took this out of the event ‘{name}’</source>
      <translation>{who} hat das aus dem Vorfall „{name}“ genommen</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} took this over from {name}</source>
      <translation>{who} hat das von {name} übernommen</translation>
    </message>
    <message>
      <location filename="ui/telling.py" />
      <source>{who} wrote down what we know</source>
      <translation>{who} hat aufgeschrieben, was wir wissen</translation>
    </message>
    <message>
      <location filename="ui/history/reading.py" />
      <source>{who}, never posted: </source>
      <translation>{who}, nie gepostet: </translation>
    </message>
    <message>
      <location filename="desktop/connectors/pasted.py" />
      <source>{why} Copy your answer and paste it there.</source>
      <translation>{why} Kopieren Sie Ihre Antwort und fügen Sie sie dort ein.</translation>
    </message>
    <message>
      <location filename="ui/conversation/desk.py" />
      <source>{why}. This draft isn’t saved yet. It stays here, and we try again every few seconds.</source>
      <translation>{why}. Dieser Entwurf ist noch nicht gespeichert. Er bleibt hier, und wir versuchen es alle paar Sekunden wieder.</translation>
    </message>
    <message>
      <location filename="ui/conversation/desk.py" />
      <source>{why}. Your reply wasn’t posted. It stays here, and we try to save it every few seconds.</source>
      <translation>{why}. Die Antwort ist nicht abgeschickt. Sie bleibt hier, und wir versuchen alle paar Sekunden, sie zu speichern.</translation>
    </message>
    <message>
      <location filename="desktop/connectors/google_api.py" />
      <source>{words} Someone with full access has to allow it.</source>
      <translation>{words} Jemand mit vollem Zugriff muss es erlauben.</translation>
    </message>
    <message>
      <location filename="ui/news.py" />
      <source>{words} and {ideas} today</source>
      <translation>{words} und {ideas} heute</translation>
    </message>
    <message>
      <location filename="ui/inbox/listing.py" />
      <source>{words}, but nobody can tell.</source>
      <translation>{words}, aber niemand kann es sehen.</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>“I” and a name are trusted more than “we”.</source>
      <translation>„Ich“ und ein Name wecken mehr Vertrauen als „wir“.</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>“Sorry if”</source>
      <translation>„Tut mir leid, falls“</translation>
    </message>
    <message>
      <location filename="desktop/coach/looks.py" />
      <source>“Sorry if” doubts them</source>
      <translation>„Tut mir leid, falls“ klingt nach Zweifel</translation>
    </message>
    <message>
      <location filename="desktop/coach/why.py" />
      <source>“Sorry, but”</source>
      <translation>„Tut mir leid, aber“</translation>
    </message>
    <message>
      <location filename="desktop/coach/looks.py" />
      <source>“Sorry, but” takes the sorry back</source>
      <translation>„Tut mir leid, aber“ nimmt die Entschuldigung zurück</translation>
    </message>
    <message>
      <location filename="desktop/records.py" />
      <source>“Two trays went in together”</source>
      <translation>„Zwei Bleche kamen zusammen hinein“</translation>
    </message>
    <message>
      <location filename="desktop/searching/filters.py" />
      <source>“answered:{value}” says nothing. Write 15min, 2h, 1d or never.</source>
      <translation>„answered:{value}“ sagt nichts. Schreiben Sie 15min, 2h, 1d oder never.</translation>
    </message>
    <message>
      <location filename="desktop/searching/filters.py" />
      <source>“from:{value}” names nobody.</source>
      <translation>„from:{value}“ nennt niemanden.</translation>
    </message>
    <message>
      <location filename="desktop/searching/filters.py" />
      <source>“hour:{value}” says nothing. Write 0 to 23, or 8-10.</source>
      <translation>„hour:{value}“ sagt nichts. Schreiben Sie 0 bis 23 oder 8-10.</translation>
    </message>
    <message>
      <location filename="desktop/searching/filters.py" />
      <source>“stars:{value}” says nothing. Write 1 to 5, &lt;3 or 2-4.</source>
      <translation>„stars:{value}“ sagt nichts. Schreiben Sie 1 bis 5, &lt;3 oder 2-4.</translation>
    </message>
    <message>
      <location filename="desktop/searching/filters.py" />
      <source>“topic:{value}” names nothing.</source>
      <translation>„topic:{value}“ nennt nichts.</translation>
    </message>
    <message>
      <location filename="desktop/coach/holds.py" />
      <source>“{a}” and “{b}”.</source>
      <translation>„{a}“ und „{b}“.</translation>
    </message>
    <message>
      <location filename="ui/settings/quiet.py" />
      <source>“{check}” is off for everybody</source>
      <translation>„{check}“ ist für alle aus</translation>
    </message>
    <message>
      <location filename="ui/settings/quiet.py" />
      <source>“{check}” is on again</source>
      <translation>„{check}“ ist wieder an</translation>
    </message>
    <message>
      <location filename="ui/settings/quiet.py" />
      <source>“{check}” is on again for {name}</source>
      <translation>„{check}“ ist für {name} wieder an</translation>
    </message>
    <message>
      <location filename="ui/composer/coach_panel.py" />
      <source>“{check}” may be too noisy</source>
      <translation>„{check}“ meldet sich vielleicht zu oft</translation>
    </message>
    <message>
      <location filename="ui/composer/coach_panel.py" />
      <source>“{check}”: you've set it aside in 3 replies.</source>
      <translation>„{check}“: in 3 Antworten haben Sie das beiseitegelegt.</translation>
    </message>
    <message>
      <location filename="desktop/searching/filters.py" />
      <source>“{key}:{value}” says nothing. One of: {choices}.</source>
      <translation>„{key}:{value}“ sagt nichts. Möglich ist: {choices}.</translation>
    </message>
    <message>
      <location filename="desktop/counter/openings.py" />
      <source>“{name}” changed</source>
      <translation>„{name}“ geändert</translation>
    </message>
    <message>
      <location filename="desktop/counter/openings.py" />
      <source>“{name}” is as it was</source>
      <translation>„{name}“ ist wie zuvor</translation>
    </message>
    <message>
      <location filename="desktop/counter/coaching.py" />
      <source>“{name}” is off for everybody</source>
      <translation>„{name}“ ist für alle aus</translation>
    </message>
    <message>
      <location filename="desktop/counter/coaching.py" />
      <source>“{name}” is on again</source>
      <translation>„{name}“ ist wieder an</translation>
    </message>
    <message>
      <location filename="desktop/counter/coaching.py" />
      <source>“{name}” is stopped for you</source>
      <translation>„{name}“ ist für Sie aus</translation>
    </message>
    <message>
      <location filename="desktop/coach/looks.py" />
      <source>“{phrase}” can sound like it's their fault</source>
      <translation>„{phrase}“ kann wie ein Vorwurf klingen</translation>
    </message>
    <message>
      <location filename="desktop/coach/own_words.py" />
      <source>“{phrase}” is resting</source>
      <translation>„{phrase}“ ruht</translation>
    </message>
    <message>
      <location filename="desktop/counter/resting.py" />
      <source>“{phrase}” may be used again</source>
      <translation>„{phrase}“ darf wieder benutzt werden</translation>
    </message>
    <message>
      <location filename="ui/typed.py" />
      <source>“{text}” isn’t a day. Write it like 2 Sept.</source>
      <translation>„{text}“ ist kein Tag. Schreiben Sie ihn wie 2. Sept.</translation>
    </message>
    <message>
      <location filename="ui/typed.py" />
      <source>“{text}” isn’t a day. Write it like 24 June.</source>
      <translation>„{text}“ ist kein Tag. Schreiben Sie ihn wie 24. Juni.</translation>
    </message>
    <message>
      <location filename="ui/typed.py" />
      <source>“{text}” isn’t a time. Write it like 7:00.</source>
      <translation>„{text}“ ist keine Uhrzeit. Schreiben Sie sie wie 7:00.</translation>
    </message>
    <message>
      <location filename="desktop/coach/private.py" />
      <source>“{text}” would be there for everyone. Move it to a private message?</source>
      <translation>„{text}“ wäre für alle zu lesen. In eine private Nachricht verschieben?</translation>
    </message>
    <message>
      <location filename="desktop/searching/filters.py" />
      <source>“{value}” is no date. Write 2025, 2025-06 or 2025-06-17.</source>
      <translation>„{value}“ ist kein Datum. Schreiben Sie 2025, 2025-06 oder 2025-06-17.</translation>
    </message>
    <message>
      <location filename="desktop/coach/own_words.py" />
      <source>“{value}” stands in the Shop book as nothing to bring up under a complaint.</source>
      <translation>„{value}“ soll laut Ladenbuch unter einer Beschwerde nicht vorkommen.</translation>
    </message>
    <message>
      <location filename="desktop/imports/table.py" />
      <source>“{what}” has the day first, and the dates of this table are read with the month first.</source>
      <translation>„{what}“ nennt den Tag zuerst, und die Daten dieser Tabelle werden mit dem Monat zuerst gelesen.</translation>
    </message>
    <message>
      <location filename="desktop/imports/table.py" />
      <source>“{what}” has the month first, and the dates of this table are read with the day first.</source>
      <translation>„{what}“ nennt den Monat zuerst, und die Daten dieser Tabelle werden mit dem Tag zuerst gelesen.</translation>
    </message>
    <message>
      <location filename="desktop/imports/table.py" />
      <source>“{what}” isn’t a time we can read.</source>
      <translation>„{what}“ ist keine Zeit, die wir lesen können.</translation>
    </message>
    <message>
      <location filename="desktop/imports/table.py" />
      <source>“{what}” isn’t one to five stars.</source>
      <translation>„{what}“ liegt nicht zwischen einem und fünf Sternen.</translation>
    </message>
    <message>
      <location filename="desktop/mailbox.py" />
      <source>“{what}” isn’t the name of a mail server. It looks like imap.example.com.</source>
      <translation>„{what}“ ist nicht der Name eines Mailservers. Er sieht aus wie imap.example.com.</translation>
    </message>
    <message>
      <location filename="desktop/coach/canned.py" />
      <source>“{words}” was in that one too, {ago}.</source>
      <translation>„{words}“ stand auch dort schon, {ago}.</translation>
    </message>
    <message>
      <location filename="ui/settings/learning.py" />
      <source>“{words}”: {kind}, guessed {guess}</source>
      <translation>„{words}“: {kind}, vermutet war {guess}</translation>
    </message>
    <message>
      <location filename="desktop/coach/looks.py" />
      <source>“{word}” sounds like selling</source>
      <translation>„{word}“ klingt nach Verkaufen</translation>
    </message>
    <message>
      <location filename="ui/complaints/page.py" />
      <source>← → column · ↑ ↓ card</source>
      <translation>← → Spalte · ↑ ↓ Karte</translation>
    </message>
    <message>
      <location filename="ui/complaints/page.py" />
      <source>← → or 1 to 5 where to · Esc leave it</source>
      <translation>← → oder 1 bis 5 wohin · Esc lassen</translation>
    </message>
    <message>
      <location filename="ui/lock/foot.py" />
      <source>← → person · Enter opens</source>
      <translation>← → Person · Enter öffnet</translation>
    </message>
    <message>
      <location filename="ui/lock/foot.py" />
      <source>← → person · type the PIN · Enter opens</source>
      <translation>← → Person · PIN eintippen · Enter öffnet</translation>
    </message>
    <message>
      <location filename="ui/accounts/page.py" />
      <source>↑ ↓ account · Enter go there</source>
      <translation>↑ ↓ Konto · Enter hingehen</translation>
    </message>
    <message>
      <location filename="ui/welcome/page.py" />
      <source>↑ ↓ choose · Enter go</source>
      <translation>↑ ↓ wählen · Enter los</translation>
    </message>
    <message>
      <location filename="ui/shopbook/page.py" />
      <source>↑ ↓ fact · ↵ change · Delete remove</source>
      <translation>↑ ↓ Angabe · ↵ ändern · Entf entfernen</translation>
    </message>
    <message>
      <location filename="ui/shopbook/page.py" />
      <source>↑ ↓ fact · ↵ suggest a change</source>
      <translation>↑ ↓ Angabe · ↵ Änderung vorschlagen</translation>
    </message>
    <message>
      <location filename="ui/inbox/page.py" />
      <source>↑ ↓ move · ↵ opens</source>
      <translation>↑ ↓ bewegen · ↵ öffnet</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>↑ ↓ result · ↵ opens · Ctrl E export</source>
      <translation>↑ ↓ Ergebnis · ↵ öffnet · Strg E exportiert</translation>
    </message>
    <message>
      <location filename="ui/complaints/page.py" />
      <source>↑ ↓ row · ↵ opens</source>
      <translation>↑ ↓ Zeile · ↵ öffnet</translation>
    </message>
    <message>
      <location filename="ui/history/page.py" />
      <source>↓ result · Esc clears · Ctrl E export</source>
      <translation>↓ Ergebnis · Esc leert · Strg E exportiert</translation>
    </message>
    <message>
      <location filename="ui/conversation/messages.py" />
      <source>◊ Signs that nobody sees were taken out of this text: they turn words round, or split them.</source>
      <translation>◊ Aus diesem Text wurden Zeichen herausgenommen, die niemand sieht: Sie drehen Wörter um oder zerteilen sie.</translation>
    </message>
  </context>
</TS>
