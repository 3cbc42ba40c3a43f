// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/line_look.h"

#include <array>

namespace cadastre {

namespace {

LineStyle styled(const char* name, const char* meaning, Ink ink = Ink::Edge, double dash = 0,
                 double gap = 0)
{
    return {QLatin1String(name), QLatin1String(meaning), ink, dash, gap, false, std::nullopt};
}

LineStyle signedStyle(LineStyle style, Sign sign, bool twofold = false)
{
    style.sign = sign;
    style.twofold = twofold;
    return style;
}

LineStyle styleOf(LineLook look)
{
    switch (look) {
    case LineLook::Relationship:
        return styled("relationship", "declared as a foreign key");
    case LineLook::Confirmed:
        return signedStyle(styled("confirmed", "confirmed by a person"), Sign::Confirmed);
    case LineLook::Added:
        return signedStyle(styled("added", "added by hand"), Sign::Added, true);
    case LineLook::InferredSure:
        return styled("inferred-sure", "inferred, 90 % or more", Ink::Edge, 11, 3);
    case LineLook::InferredLikely:
        return styled("inferred-likely", "inferred, 70 to 89 %", Ink::EdgeLikely, 7, 4);
    case LineLook::InferredPossible:
        return styled("inferred-possible", "inferred, 50 to 69 %", Ink::EdgePossible, 4, 5);
    case LineLook::InferredWeak:
        return styled("inferred-weak", "inferred, below 50 %", Ink::EdgeWeak, 2, 6);
    case LineLook::Rejected:
        return signedStyle(styled("rejected", "rejected by a person", Ink::EdgeWeak, 1, 4),
                           Sign::Rejected);
    case LineLook::ViewDependency:
        return styled("view-dependency", "view reads", Ink::ViewEdge, 2, 3);
    case LineLook::Inheritance:
        return styled("inheritance", "inherits from");
    case LineLook::Ribbon:
        return styled("ribbon", "several relationships", Ink::Ribbon);
    case LineLook::InferredRibbon:
        return styled("inferred-ribbon", "several relationships, most inferred", Ink::Ribbon, 10,
                      6);
    case LineLook::ReadRibbon:
        return styled("read-ribbon", "read by views and programs", Ink::Ribbon, 3, 4);
    case LineLook::WriteRibbon: {
        LineStyle style = styled("write-ribbon", "written by programs and roles", Ink::Ribbon);
        style.twofold = true;
        return style;
    }
    case LineLook::Arc:
        return styled("arc", "exactly one of these is set");
    }
    Q_UNREACHABLE();
}

LineLook inferredLook(double confidence)
{
    if (confidence >= 0.9)
        return LineLook::InferredSure;
    if (confidence >= 0.7)
        return LineLook::InferredLikely;
    return confidence >= 0.5 ? LineLook::InferredPossible : LineLook::InferredWeak;
}

} // namespace

const LineStyle& lineStyle(LineLook look)
{
    static const auto styles = [] {
        std::array<LineStyle, lineLookCount> result;
        for (int i = 0; i < lineLookCount; ++i)
            result[i] = styleOf(static_cast<LineLook>(i));
        return result;
    }();
    return styles[static_cast<std::size_t>(look)];
}

LineLook lineLookOf(const DiagramEdge& edge)
{
    if (edge.kind == EdgeKind::ViewDependency)
        return LineLook::ViewDependency;
    if (edge.kind == EdgeKind::Inheritance)
        return LineLook::Inheritance;
    switch (edge.origin) {
    case RelationshipOrigin::Declared:
        return LineLook::Relationship;
    case RelationshipOrigin::Inferred:
        return inferredLook(edge.confidence);
    case RelationshipOrigin::Confirmed:
        return LineLook::Confirmed;
    case RelationshipOrigin::Added:
        return LineLook::Added;
    case RelationshipOrigin::Rejected:
        return LineLook::Rejected;
    }
    Q_UNREACHABLE();
}

bool isRibbon(LineLook look)
{
    return look >= LineLook::Ribbon && look <= LineLook::WriteRibbon;
}

bool isCurve(LineLook look)
{
    return isRibbon(look) || look == LineLook::Arc;
}

} // namespace cadastre
