"""vanban export: what is in a spaCy DocBin, and that an NER learns from it."""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

import corpus
from models import Cause, Document, Span
from parsers import parse
from pipeline.cli import app
from pipeline.export.spacy_docs import ENTITIES, doc_of, docbin
from pipeline.spacy_tokens import CUTS, Tokens, as_doc

spacy = pytest.importorskip("spacy", reason="the extra nlp is not installed")
pytest.importorskip("underthesea", reason="the extra nlp is not installed")

from spacy.tokens import Doc, DocBin  # noqa: E402
from spacy.training import Example  # noqa: E402
from spacy.vocab import Vocab  # noqa: E402

BOTH = pytest.mark.parametrize("tokens", list(Tokens))
LETTERS = st.text(st.sampled_from("aạBđ1¹.,-/ \t\n\u00a0\u200b😀_"), max_size=40)


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["export", *map(str, words)])


def read(data: bytes | Path, vocab: Vocab | None = None) -> list[Doc]:
    packed = DocBin().from_disk(data) if isinstance(data, Path) else DocBin().from_bytes(data)
    return list(packed.get_docs(vocab or Vocab()))


def places(doc: Doc, group: str) -> list[tuple[int, int, str, str]]:
    return [(one.start_char, one.end_char, one.label_, one.kb_id_) for one in doc.spans[group]]


@pytest.fixture(scope="module")
def samples() -> list[Document]:
    return [parse(path) for path in sorted(corpus.documents().iterdir())]


@pytest.fixture(scope="module")
def exported(samples: list[Document]) -> dict[Tokens, list[Doc]]:
    return {tokens: read(docbin(samples, tokens).data) for tokens in Tokens}


class TestTokens:
    @settings(deadline=None)  # the first call loads the word model
    @given(LETTERS)
    @BOTH
    def test_a_doc_says_any_text_again(self, tokens: Tokens, text: str) -> None:
        doc = as_doc(Vocab(), text, CUTS[tokens](text).borders)
        assert doc.text == text
        assert all(not token.is_space or token.text.isspace() for token in doc)

    @pytest.mark.parametrize(
        ("tokens", "text", "expected"),
        [
            (Tokens.syllable, "số 34-CT/TW, ngày 07/4", "số|34|-|CT|/|TW|,|ngày|07|/|4"),
            (Tokens.syllable, "khen thưởng¹ và", "khen|thưởng|¹|và"),
            (Tokens.syllable, "a  b\n c\n", "a| |b|\n|c|\n"),
            (
                Tokens.word,
                "Hội đồng nhân dân phát động phong trào thi đua",
                "Hội đồng nhân dân|phát động|phong trào|thi đua",
            ),
            (Tokens.word, "Uỷ ban  nhân dân\nthi đua", "Uỷ ban  nhân dân|\n|thi đua"),
        ],
    )
    def test_tokens(self, tokens: Tokens, text: str, expected: str) -> None:
        doc = as_doc(Vocab(), text, CUTS[tokens](text).borders)
        assert [token.text for token in doc] == expected.split("|")

    def test_a_paragraph_that_words_do_not_fit_stays_in_syllables(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("underthesea.word_tokenize", lambda text, **_: ["other"] if "đ" in text else [text])
        cut = CUTS[Tokens.word]("thi đua\nkhen thưởng")
        assert cut == ([(0, 3), (4, 7), (8, 19)], 1)


@BOTH
class TestSamples:
    def test_the_text_is_the_documents_text(
        self, samples: list[Document], exported: dict[Tokens, list[Doc]], tokens: Tokens
    ) -> None:
        assert len(samples) == len(exported[tokens]) == 51
        assert all(doc.text == one.text for one, doc in zip(samples, exported[tokens], strict=True))

    @pytest.mark.parametrize("group", ["citations", "dates", "tasks", "targets", "signers"])
    def test_everything_found_has_its_span(
        self, samples: list[Document], exported: dict[Tokens, list[Doc]], tokens: Tokens, group: str
    ) -> None:
        for document, doc in zip(samples, exported[tokens], strict=True):
            found = [(document.text[one.span.start : one.span.end], one.span) for one in getattr(document, group)]
            assert len(doc.spans[group]) == len(found)
            for (text, span), marked in zip(found, doc.spans[group], strict=True):
                assert marked.start_char <= span.start < span.end <= marked.end_char
                assert marked.text == text or tokens is Tokens.word

    def test_entities_do_not_overlap_nor_touch_white_space(
        self, exported: dict[Tokens, list[Doc]], tokens: Tokens
    ) -> None:
        for doc in exported[tokens]:
            assert all(left.end <= right.start for left, right in pairwise(doc.ents))
            assert not [one.text for one in doc.ents if one.text != one.text.strip()]
        seen = Counter(one.label_ for doc in exported[tokens] for one in doc.ents)
        assert seen.keys() == set(ENTITIES.values())


def test_syllables_never_widen_a_citation_or_a_date(samples: list[Document]) -> None:
    assert {"expanded", "lost", "uncut"}.isdisjoint(docbin(samples).counts)


class TestMadeUpDocument:
    """The document with every field filled, through a file on disk."""

    @pytest.fixture
    def doc(self, document: Document, tmp_path: Path) -> Doc:
        (tmp_path / "one.spacy").write_bytes(docbin([document]).data)
        return read(tmp_path / "one.spacy")[0]

    def test_labels_and_ids(self, doc: Doc, document: Document) -> None:
        assert [(one.label_, one.id_) for one in doc.spans["sections"]][:3] == [
            ("plan.purpose_requirements", "I"),
            ("plan.purpose", "I/1"),
            ("letter", "I/1/a"),
        ]
        assert [(one.label_, one.kb_id_) for one in doc.spans["citations"]] == [
            (one.relation, one.target or "") for one in document.citations
        ]
        assert [one.label_ for one in doc.spans["dates"]] == [one.kind for one in document.dates]
        assert [one.label_ for one in doc.spans["tasks"]] == ["assign"]
        assert [one.label_ for one in doc.spans["targets"]] == ["at_least"]
        assert [one.text for one in doc.spans["signers"]] == [one.raw for one in document.signers]

    def test_agencies_stand_where_they_are_named(self, doc: Doc) -> None:
        assert [(one.text, one.kb_id_) for one in doc.spans["agencies"]] == [
            ("ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", "vn/lang-son/ubnd"),
            ("SỞ NỘI VỤ", "vn/lang-son/so-noi-vu"),
            ("Ủy ban nhân dân các xã, phường", ""),
            ("Bộ Chính trị (khóa XI)", "vn/bo-chinh-tri"),
            ("Thủ tướng Chính phủ", "vn/thu-tuong"),
            ("Bộ Chính trị", ""),
            ("Phòng Thi đua - Khen thưởng", ""),
            ("Văn phòng Sở", ""),
            ("Bộ Nội vụ", "vn/bo-noi-vu"),
        ]

    def test_an_entity_inside_a_longer_one_is_left_to_the_spans(self, doc: Doc) -> None:
        inside = {"Thủ tướng Chính phủ", "ngày 07/4/2014"}
        assert inside.isdisjoint(one.text for one in doc.ents)
        assert inside < {one.text for group in ENTITIES for one in doc.spans[group]}

    def test_type_and_source_go_with_it(self, doc: Doc, document: Document) -> None:
        assert doc.cats == {"kế hoạch": 1.0}
        assert doc.user_data == {
            "id": document.id,
            "source": "plan.pdf",
            "sha256": "ab" * 32,
            "doc_type": "kế hoạch",
        }

    def test_every_type_of_the_file_is_a_category_of_each_document(self, document: Document) -> None:
        other = document.model_copy(update={"header": document.header.model_copy(update={"doc_type": "chỉ thị"})})
        cats = [doc.cats for doc in read(docbin([document, other]).data)]
        assert cats == [{"chỉ thị": 0.0, "kế hoạch": 1.0}, {"chỉ thị": 1.0, "kế hoạch": 0.0}]

    def test_what_has_no_place_is_counted(self, document: Document) -> None:
        first, second, *_ = document.dates
        size = len(document.text)
        moved = (
            first.model_copy(update={"span": Span(start=first.span.start + 1, end=first.span.end)}),
            second.model_copy(update={"span": Span(start=size - 1, end=size + 5)}),
        )
        signed = document.header.model_copy(update={"evidence": {}})
        counts: Counter[str] = Counter()
        changed = document.model_copy(update={"dates": moved, "header": signed})
        doc = doc_of(changed, Vocab(), Tokens.syllable, counts)
        assert [one.text for one in doc.spans["dates"]] == [first.raw]
        assert +counts == {"expanded": 1, "lost": 1, "unlocated": 2}


@pytest.mark.usefixtures("parser")
class TestCommand:
    def test_json_of_a_folder_goes_before_its_documents(self, folder: Callable[..., Path], tmp_path: Path) -> None:
        root = folder(**{"a.txt": "words", "b.txt": "more"})
        out = tmp_path / "new" / "all.spacy"
        assert run(root, "-o", out, "--lang", "en").exit_code == 0
        assert len(read(out)) == 2
        CliRunner().invoke(app, ["extract", str(root / "a.txt"), "-o", str(root)])
        result = run(root, "--format", "spacy", "-o", out, "--lang", "en")
        assert result.stderr == f"Wrote 1 documents to {out}\n"
        assert [doc.user_data["source"] for doc in read(out)] == ["a.txt"]

    def test_a_bad_file_is_told_and_the_rest_written(self, folder: Callable[..., Path], tmp_path: Path) -> None:
        root = folder(**{"a.txt": "words", "b.txt": "EMPTY", "c.txt": "FAULT"})
        result = run(root, "-o", tmp_path / "all.spacy")
        assert result.exit_code == 3
        assert [line.partition(": ")[0] for line in result.stderr.splitlines()[:2]] == [
            str(root / "b.txt"),
            str(root / "c.txt"),
        ]
        assert len(read(tmp_path / "all.spacy")) == 1

    def test_nothing_is_written_where_nothing_was_read(self, folder: Callable[..., Path], tmp_path: Path) -> None:
        assert run(folder(**{"b.txt": "EMPTY"}), "-o", tmp_path / "a.spacy").exit_code == Cause.EMPTY.exit_code
        assert not (tmp_path / "a.spacy").exists()

    def test_the_input_is_never_written_over(self, folder: Callable[..., Path]) -> None:
        path = folder(**{"a.txt": "words"}) / "a.txt"
        assert run(path, "--format", "spacy", "-o", path).exit_code != 0
        assert path.read_text() == "words"

    def test_a_missing_package_is_one_line_of_advice(
        self, folder: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "underthesea", None)
        root = folder(**{"a.txt": "words"})
        result = run(root, "-o", tmp_path / "a.spacy", "--tokens", "word", "--lang", "en")
        assert (result.exit_code, result.stderr) == (
            2,
            "The format spacy needs more packages: pip install 'vanban[nlp]'\n",
        )
        assert run(root, "-o", tmp_path / "a.spacy").exit_code == 0

    @pytest.mark.parametrize("words", [["-o", "a.doc"], ["-o", "a.spacy", "--format", "doc"]])
    def test_an_unknown_format_is_wrong_use(self, folder: Callable[..., Path], words: list[str]) -> None:
        assert run(folder(**{"a.txt": "words"}), *words).exit_code == 2


def test_an_ner_learns_from_the_export_and_finds_entities_after_it_was_saved(
    exported: dict[Tokens, list[Doc]], tmp_path: Path
) -> None:
    random.seed(0)
    spacy.util.fix_random_seed(0)
    small = {"@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": None, "width": 48, "depth": 2}
    small |= {"embed_size": 1000, "window_size": 1, "maxout_pieces": 3, "subword_features": True}
    nlp = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": "vanban.syllables.v1"}}})
    nlp.add_pipe("ner", config={"model": {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": "ner",
                                          "extra_state_tokens": False, "hidden_width": 64, "maxout_pieces": 2,
                                          "use_upper": True, "tok2vec": small}})  # fmt: skip
    packed = DocBin(docs=exported[Tokens.syllable][::3])
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in packed.get_docs(nlp.vocab)]
    assert all(one.get_aligned_ner() and "-" not in (one.get_aligned_ner() or ()) for one in examples)
    optimizer = nlp.initialize(lambda: examples)
    optimizer.learn_rate = 0.005
    for _ in range(10):
        for example in examples:
            nlp.update([example], sgd=optimizer)
    nlp.to_disk(tmp_path / "model")
    learnt = spacy.load(tmp_path / "model")
    found = Counter(one.label_ for one in learnt(examples[0].text).ents)
    assert found
    scored = learnt.evaluate([Example(learnt.make_doc(one.text), one.reference) for one in examples])
    assert scored["ents_f"] > 0.4
