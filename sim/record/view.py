"""A seat's view of a record: what may be shared before the end. Luck, hashes and secrets are left out."""

from sim.record.record import Record

VIEW_FORM = "cessation-view 1"


def may_know(line: str, seat: str) -> bool:
    """Whether a line tagged with its audience is for this seat; a line without a tag is for all."""
    if not line.endswith("]"):
        return True
    audience = line[line.rindex("[") + 1 : -1].split()
    return "all" in audience or seat in audience


def seat_view(record: Record, seat: str) -> list[str]:
    """The lines of a record that ``seat`` may know. Its own plies stand; the rival's show through their events."""
    agents = " ".join(f"{name}={agent if name == seat else '?'}" for name, agent in record.header.agents)
    lines = [f"{VIEW_FORM} scenario {record.header.scenario} sha256:{record.header.digest} seat {seat} {agents}"]
    plies = {i: who for i, who, _ in record.actions}
    own = 0
    for i, line in enumerate(record.lines):
        if line.startswith("= ") or plies.get(i, seat) != seat or not may_know(line, seat):
            continue
        if line.startswith("day "):
            own = 0
        elif i in plies:  # counted anew, for the gaps would tell how often the rival acted unseen
            own += 1
            line = f"{line.partition('.')[0]}.{own} {line.partition(' ')[2]}"
        elif line.startswith("ended "):
            line = " ".join(line.split()[:2])  # both scores together would tell the rival's type
        lines.append(line)
    return lines
