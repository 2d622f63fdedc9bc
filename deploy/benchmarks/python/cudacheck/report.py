"""The report as tables that a README takes."""


def text(report):
    parts = [heading(report), table(PARITY, report["parity"])]
    if "rows" in report:
        speeds = [{"precision": name, **speed} for name, speed in report["product"].items()]
        parts += [table(SPEED, speeds), table(AGREEMENT, report["agreement"]), table(TIMES, together(report["rows"]))]
    return "\n\n".join(parts)


def heading(report):
    lines = [", ".join(f"{name} {value}" for name, value in report["device"].items())]
    lines.append(("parity holds" if report["holds"] else "PARITY FAILS") + f"; {report['seconds']:.0f} s in all")
    if "rows" in report:
        operations = report["operations"]
        counted = f"{operations['tflop']:.3g} TFLOP" if "tflop" in operations else operations["reason"]
        lines.append(f"timed: the {report['network']} network; operations of one prediction: {counted}")
    return "  \n".join(lines)


def together(rows):
    """One line for each part, precision and batch; the sides beside each other."""
    lines = {}
    for row in rows:
        line = lines.setdefault((row["part"], row["precision"], row["batch"]), {"remarks": {}})
        side = row["side"]
        line.update({name: row[name] for name in ("part", "precision", "batch")})
        line[f"{side} ms"], line[f"{side} ratio"] = row.get("ms"), row.get("ratio")
        if side == "archive":
            line.update(share=row.get("share"), peak_mib=row.get("peak_mib"))
        remark = row.get("reason") or ("" if row["finite"] else "not finite")
        if remark:
            line["remarks"].setdefault(remark, []).append(side)
    for line in lines.values():
        line["remarks"] = "; ".join(f"{', '.join(sides)}: {why}" for why, sides in line["remarks"].items()) or None
    return list(lines.values())


def number(form):
    return lambda value: format(value, form)


def yes_no(value):
    return "yes" if value else "NO"


PARITY = {"array": str, "difference": number(".2e"), "limit": number(".0e"), "holds": yes_no, "reason": str}
SPEED = {"precision": str, "tflops": number(".3g"), "reason": str}
AGREEMENT = {"precision": str, "difference": number(".2e"), "reason": str}
TIMES = {
    "part": str, "precision": str, "batch": str, "archive ms": number(".2f"), "share": number(".0%"),
    "peak_mib": number("d"), "eager ms": number(".2f"), "eager ratio": number(".2f"),
    "compiled ms": number(".2f"), "compiled ratio": number(".2f"), "remarks": str,
}


def table(columns, rows):
    """Markdown; a column that nobody has is left out."""
    used = {name: form for name, form in columns.items() if any(row.get(name) is not None for row in rows)}
    lines = ["| " + " | ".join(used) + " |", "| " + " | ".join("---" for _ in used) + " |"]
    for row in rows:
        cells = ["" if row.get(name) is None else form(row[name]) for name, form in used.items()]
        lines.append("| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |")
    return "\n".join(lines)
