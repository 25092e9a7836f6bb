"""The graph is the same whichever database the archive is in."""

from __future__ import annotations

from graph_archive import COMMITTEE, DIRECTIVE, LATER, LAW, OFFICE, RESOLUTION, filled, key_of

from pipeline.graph.build import graph
from pipeline.graph.findings import findings
from pipeline.graph.lineage import lineage


def test_around_a_document_and_up_from_it(place: str) -> None:
    archive = filled(place)
    found = graph(archive, key_of(OFFICE), 3)
    chain = lineage(archive, key_of(OFFICE)).chain
    odd = findings(graph(archive))
    archive.close()
    assert {work.id for work in found.works} == {OFFICE, DIRECTIVE, LAW, LATER, COMMITTEE, RESOLUTION}
    assert [work.id for work in chain] == [RESOLUTION, COMMITTEE, DIRECTIVE, OFFICE]
    assert len(odd.cycles) == 1
