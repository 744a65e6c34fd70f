"""A table's columns are told apart by their names, its times by the whole column, and nothing in it is dropped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop import bringing_in, posts
from desktop.errors import Misuse, Unreadable
from desktop.imports import marks
from desktop.imports.table import Table
from desktop.imports.when import moment, seems_day_first
from tests.desktop.test_bringing_in import bring, found
from tests.fixtures_shop import Counter, open_counter


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Counter]:
    here = open_counter(tmp_path / "shop")
    yield here
    here.shop.close()


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Date,Name,Comment\n2024-02-03 10:00,Jürgen,Süß!\n", "utf-8"),
        ("Datum;Kunde;Kommentar\n03.02.2024 10:00;Jürgen;Süß!\n", "cp1252"),
        ("created_at\tcontact name\tmessage content\n1706950800\tJürgen\tSüß!\n", "utf-8-sig"),
        ("Quand;Auteur;Avis\r\n3/2/2024 10:00;Jürgen;Süß!\r\n", "utf-16"),
    ],
)
def test_columns_and_letters_are_told_by_themselves(text: str, encoding: str, at: Counter, tmp_path: Path) -> None:
    done = bring(at.shop, written(tmp_path / "t.csv", text, encoding))
    assert (done.added, done.broken) == (1, 0)
    [row] = found(at.shop, "süß")
    [post] = posts.thread(at.shop.store, row.id)
    assert (post.author_name, post.text, post.posted_at) == ("Jürgen", "Süß!", datetime(2024, 2, 3, 9, 0, tzinfo=UTC))


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        ("When,Who,What,Stars,Link,Reply", "wntsla"),
        ("Wann;Wer;Was;Sterne;Link;Antwort", "wntsla"),
        ("Datum;Name;Text;Bewertung;Webadresse;Unsere Antwort", "wntsla"),
        ("Datum;Kunde;Bewertung;Punkte;URL;Antwort am", "wntsl@"),
        ("Date,Nom,Avis,Note,Lien,Réponse", "wntsla"),
        ("DATE,CLIENT,COMMENTAIRE,ETOILES,LIEN,REPONSE", "wntsla"),
        ("¿Cuándo?,¿Quién?,¿Qué?,Estrellas,Enlace,Respuesta", "wntsla"),
        ("Fecha,Nombre,Reseña,Puntuación,Enlace,Fecha de respuesta", "wntsl@"),
        ("Data,Nome,Recensione,Stelle,Collegamento,Risposta", "wntsla"),
        ("Quando,Chi,Cosa,Voto,Link,Risposto il", "wntsl@"),
        ("Data,Nome,Avaliação,Estrelas,Ligação,Resposta", "wntsla"),
        ("Quando,Quem,Comentário,Nota,Link,Data da resposta", "wntsl@"),
        ("Nom,Date,Quoi,Note,Adresse,Réponse", "nwts a"),  # where they live is no link
    ],
)
def test_usual_headings_of_six_languages_are_known(heads: str, row: str, tmp_path: Path) -> None:
    keys = {"w": "at", "n": "name", "t": "text", "s": "stars", "l": "link", "a": "answer", "@": "answer_at"}
    cells = {"w": "2024-02-03", "n": "Sol", "t": "Lovely buns", "s": "4", "l": "https://x.example", "a": "Thanks"}
    delimiter = ";" if ";" in heads else ","
    line = delimiter.join(cells.get(each, "2024-02-04") for each in row)
    table = Table(written(tmp_path / "t.csv", f"{heads}\n{line}\n"))
    assert table.columns.of == {keys[each]: at for at, each in enumerate(row) if each != " "}


def test_a_table_with_other_headings_needs_a_person_to_say_what_is_what(at: Counter, tmp_path: Path) -> None:
    path = written(tmp_path / "t.csv", "A,B,C\nsomething nice,2024-01-02,Sol\n")
    archive = bringing_in.opened(at.shop, path)
    assert isinstance(archive, Table)
    assert [field.key for field in archive.columns.missing] == ["text", "at"]
    with pytest.raises(Misuse, match="what they said, when"):
        bringing_in.look(at.shop, archive, archive.mine[0])
    done = bring(at.shop, path, of={"text": 0, "at": 1, "name": 2}, place="yelp")
    [row] = found(at.shop, "nice place:yelp")
    assert done.added == 1 and row.platform == "by_hand.yelp"


def test_every_row_that_cannot_be_read_is_listed_with_its_reason(at: Counter, tmp_path: Path) -> None:
    text = (
        "date,text,rating,reply,reply date\n"
        "2024-01-02,fine,5,,\n"
        "soon,no day,5,,\n"
        ",no day at all,5,,\n"
        "2024-01-03,how many,eleven,,\n"
        "2024-01-04,,,,\n"
        "1066-01-04,long ago,,,\n"
        "2024-01-05,answered,2,Sorry,whenever\n"
        ",,,,\n"
        '2024-01-06,"never closed,5,,\n2024-01-07,not swallowed,5,,\n2024-01-08,"said ""so""\nand so",5,,\n'
    )
    done = bring(at.shop, written(tmp_path / "t.csv", text))
    rows = marks.unread_rows(at.shop.store, done.id)
    assert done.added == 5  # four of theirs, one answer
    assert [row.where for row in rows] == [
        "Row 3", "Row 4", "Row 5", "Row 6", "Row 7", "Row 8, our answer", "Line 10",
    ]  # fmt: skip
    assert rows[-1].words == '2024-01-06,"never closed,5,,'
    assert {"not swallowed", 'said "so" and so'} <= {row.excerpt for row in found(at.shop, "")}
    assert "soon" in rows[0].why and "eleven" in rows[2].why


def test_which_number_is_the_day_is_told_by_the_whole_column(at: Counter, tmp_path: Path) -> None:
    american = "date,text\n3/4/2024 5:30 PM,first\n3/25/2024,second\n"
    bring(at.shop, written(tmp_path / "t.csv", american))
    [row] = found(at.shop, "first")
    assert row.first_at == datetime(2024, 3, 4, 16, 30, tzinfo=UTC)
    unclear = bringing_in.opened(at.shop, written(tmp_path / "u.csv", "date,text\n3/4/2024,first\n"))
    assert isinstance(unclear, Table) and not unclear.is_order_clear and unclear.columns.is_day_first


def test_dates_in_two_orders_are_told_as_such_and_most_of_them_decide(at: Counter, tmp_path: Path) -> None:
    mixed = "date,text\n12/31/2024,Raw\n31.12.2024,Cold\n30.12.2024,Late\nsoon,Good\n"
    archive = bringing_in.opened(at.shop, written(tmp_path / "t.csv", mixed))
    assert isinstance(archive, Table) and archive.columns.is_day_first
    look = bringing_in.look(at.shop, archive, archive.mine[0])
    assert (look.total, [row.why for row in look.some_broken]) == (2, [
        "“12/31/2024” has the month first, and the dates of this table are read with the day first.",
        "“soon” isn’t a time we can read.",
    ])  # fmt: skip
    archive.columns = archive.columns._replace(is_day_first=False)
    look = bringing_in.look(at.shop, archive, archive.mine[0])
    assert look.total == 1 and look.some_broken[0].why == (
        "“31.12.2024” has the day first, and the dates of this table are read with the month first."
    )


def test_times_are_read_as_tables_write_them() -> None:
    wall = lambda naive: naive.replace(tzinfo=UTC)  # noqa: E731
    read = lambda said: moment(said, is_day_first=True, wall=wall)  # noqa: E731
    noon = datetime(2024, 2, 3, 12, 0, tzinfo=UTC)
    for said in ("2024-02-03T12:00:00Z", "2024-02-03 13:00:00+01:00", "3.2.2024 12:00", "03/02/24 12:00",
                 "3-2-2024, 12:00 pm", "2024/2/3 12:00", "1706961600", "1706961600000",
                 "2024-02-03 12:00:00 UTC", "3 February 2024 12:00", "Feb 3, 2024 at 12:00 PM", "Sat, 3 Feb 2024 12:00",
                 "3. Februar 2024, 12:00", "3 févr. 2024 12:00", "3 de febrero de 2024 12:00", "03-Feb-24 12:00",
                 "3 de fev. de 2024 12:00", "3 feb 2024, 12.00"):  # fmt: skip
        assert read(said) == noon, said
    for said in ("", "soon", "31.2.2024", "2024-13-40", "99999999999999", "12:00", "-5", "30 February 2024",
                 "3 Smarch 2024", "3 jui 2024", "may"):  # fmt: skip
        assert read(said) is None, said
    assert (seems_day_first(["1.2.2024", "13.2.2024"]), seems_day_first(["1/2/24"])) == (True, None)


def test_the_same_words_at_the_same_time_are_one_and_others_are_not(at: Counter, tmp_path: Path) -> None:
    text = "ticket,date,name,text\n7,2024-01-02 09:00,Sol,Hello\n7,2024-01-02 09:05,Sol,Anybody?\n"
    assert bring(at.shop, written(tmp_path / "t.csv", text)).added == 2
    again = bring(at.shop, written(tmp_path / "t.csv", text + "8,2024-01-03 09:00,Pat,Hello\n"))
    assert (again.added, again.known) == (1, 2)


def test_words_alone_are_no_table(tmp_path: Path, at: Counter) -> None:
    for text in ("", "dear diary\ntoday it rained\n", "one,two\n"):
        with pytest.raises(Unreadable, match="table"):
            bringing_in.opened(at.shop, written(tmp_path / "t.csv", text))
