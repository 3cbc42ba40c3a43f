// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/sign.h"

#include "diagram/sign_boundaries.h"

#include <array>

namespace cadastre {

namespace {

using Point = QPointF;

void addLines(QPainterPath& path, std::initializer_list<Point> points)
{
    auto point = points.begin();
    path.moveTo(*point);
    while (++point != points.end())
        path.lineTo(*point);
}

void addGrid(QPainterPath& path, const QRectF& rect)
{
    path.addRoundedRect(rect, 1.6, 1.6);
    const double third = rect.top() + rect.height() * 0.34;
    addLines(path, {{rect.left(), third}, {rect.right(), third}});
    addLines(path, {{rect.left() + rect.width() * 0.42, third},
                    {rect.left() + rect.width() * 0.42, rect.bottom()}});
}

void addEye(QPainterPath& path, double y)
{
    path.moveTo(1.5, y);
    path.quadTo(8, y - 9, 14.5, y);
    path.quadTo(8, y + 9, 1.5, y);
    path.addEllipse(Point(8, y), 2, 2);
}

SignOutline keyOutline()
{
    SignOutline sign;
    sign.stroke.addEllipse(Point(5, 10.6), 3.2, 3.2);
    addLines(sign.stroke, {{7.4, 8.2}, {13.6, 2.2}});
    addLines(sign.stroke, {{11, 4.6}, {13.2, 6.8}});
    return sign;
}

SignOutline boltOutline()
{
    SignOutline sign;
    addLines(sign.fill, {{9.4, 1.2}, {3, 9.2}, {7.2, 9.2}, {6.4, 14.8}, {13, 6.6}, {8.7, 6.6}});
    sign.fill.closeSubpath();
    return sign;
}

SignOutline warningOutline()
{
    SignOutline sign;
    addLines(sign.stroke, {{8, 2}, {14.6, 13.6}, {1.4, 13.6}});
    sign.stroke.closeSubpath();
    addLines(sign.stroke, {{8, 6.4}, {8, 9.4}});
    sign.fill.addEllipse(Point(8, 11.6), 0.95, 0.95);
    return sign;
}

SignOutline nullableOutline()
{
    SignOutline sign;
    sign.stroke.moveTo(5, 5.6);
    sign.stroke.cubicTo(5, 1.4, 11.4, 1.4, 11.2, 5.4);
    sign.stroke.cubicTo(11, 7.8, 8.1, 7.6, 8.1, 10.2);
    sign.fill.addEllipse(Point(8.1, 13.4), 1.15, 1.15);
    return sign;
}

SignOutline tableOutline(Sign kind)
{
    SignOutline sign;
    switch (kind) {
    case Sign::PartitionedTable:
        addGrid(sign.stroke, {1.5, 4.5, 10, 10});
        addLines(sign.stroke, {{5, 1.8}, {14.2, 1.8}, {14.2, 11}});
        break;
    case Sign::View:
        addEye(sign.stroke, 8);
        break;
    case Sign::MaterializedView:
        addEye(sign.stroke, 6.4);
        addLines(sign.stroke, {{3, 14.2}, {13, 14.2}});
        break;
    case Sign::ForeignTable:
        sign.stroke.addEllipse(Point(8, 8), 6.2, 6.2);
        sign.stroke.addEllipse(Point(8, 8), 2.7, 6.2);
        addLines(sign.stroke, {{1.8, 8}, {14.2, 8}});
        break;
    case Sign::VirtualTable:
        addLines(sign.stroke, {{8, 1.6}, {14, 5}, {14, 11.2}, {8, 14.6}, {2, 11.2}, {2, 5}});
        sign.stroke.closeSubpath();
        addLines(sign.stroke, {{2, 5}, {8, 8.4}, {14, 5}});
        addLines(sign.stroke, {{8, 8.4}, {8, 14.6}});
        break;
    case Sign::UnknownTable:
        sign.stroke.addRoundedRect(QRectF(1.8, 1.8, 12.4, 12.4), 2, 2);
        break;
    default:
        addGrid(sign.stroke, {1.8, 2.3, 12.4, 11.4});
    }
    return sign;
}

SignOutline rowOutline(Sign kind)
{
    SignOutline sign;
    switch (kind) {
    case Sign::ForeignKey:
        addLines(sign.stroke, {{3.5, 12.5}, {12.2, 3.8}});
        addLines(sign.stroke, {{5.8, 3.6}, {12.4, 3.6}, {12.4, 10.2}});
        break;
    case Sign::Unique:
        addLines(sign.stroke, {{8, 2.4}, {13.6, 8}, {8, 13.6}, {2.4, 8}});
        sign.stroke.closeSubpath();
        break;
    case Sign::Generated:
        sign.stroke.moveTo(11.6, 2.6);
        sign.stroke.cubicTo(8.2, 1.6, 8.4, 5, 8, 8);
        sign.stroke.cubicTo(7.6, 11, 7.4, 14.6, 4.2, 13.4);
        addLines(sign.stroke, {{4.8, 7}, {10.8, 7}});
        break;
    case Sign::Staged: // a pencil
        addLines(sign.stroke, {{2.6, 13.4}, {3.6, 9.4}, {10.8, 2.2}, {13.8, 5.2}, {6.6, 12.4}});
        sign.stroke.closeSubpath();
        addLines(sign.fill, {{2.6, 13.4}, {3.6, 9.4}, {6.6, 12.4}});
        sign.fill.closeSubpath();
        break;
    case Sign::NewTable:
        sign.stroke.addEllipse(Point(8, 8), 6.6, 6.6);
        addLines(sign.stroke, {{8, 4.8}, {8, 11.2}});
        addLines(sign.stroke, {{4.8, 8}, {11.2, 8}});
        break;
    case Sign::AlteredTable:
        sign.stroke.addEllipse(Point(8, 8), 6.6, 6.6);
        sign.stroke.moveTo(4.4, 9);
        sign.stroke.cubicTo(6, 5.4, 7.2, 6.6, 8, 8);
        sign.stroke.cubicTo(8.8, 9.4, 10, 10.6, 11.6, 7);
        break;
    case Sign::FoldedTables:
        sign.stroke.addRoundedRect(QRectF(1.8, 6, 9.4, 8), 1.6, 1.6);
        addLines(sign.stroke, {{4.6, 3.2}, {14.2, 3.2}, {14.2, 11.2}});
        break;
    default:
        addLines(sign.stroke, {{5.8, 3.4}, {10.6, 8}, {5.8, 12.6}});
    }
    return sign;
}

/// Signs on lines stand on a disc of the background.
SignOutline lineOutline(Sign kind)
{
    SignOutline sign;
    sign.hollow.addEllipse(Point(8, 8), 8, 8);
    switch (kind) {
    case Sign::Confirmed:
        addLines(sign.stroke, {{2.8, 8.6}, {6.6, 12.4}, {13.2, 4}});
        break;
    case Sign::Added:
        addLines(sign.stroke, {{3, 13}, {3.8, 9.6}, {10.4, 3}, {13, 5.6}, {6.4, 12.2}});
        sign.stroke.closeSubpath();
        addLines(sign.stroke, {{8.6, 4.8}, {11.2, 7.4}});
        break;
    case Sign::Rejected:
        addLines(sign.stroke, {{3.6, 3.6}, {12.4, 12.4}});
        addLines(sign.stroke, {{12.4, 3.6}, {3.6, 12.4}});
        break;
    case Sign::OneOfSeveral:
        addLines(sign.fill, {{8, 2.2}, {13.8, 8}, {8, 13.8}, {2.2, 8}});
        sign.fill.closeSubpath();
        break;
    case Sign::KindOf:
        addLines(sign.stroke, {{8, 2.4}, {14.4, 13}, {1.6, 13}});
        sign.stroke.closeSubpath();
        break;
    default:
        sign.stroke.addEllipse(QRectF(2.6, 1.8, 10.8, 4));
        sign.stroke.moveTo(2.6, 3.8);
        sign.stroke.lineTo(2.6, 12.2);
        sign.stroke.quadTo(8, 16, 13.4, 12.2);
        sign.stroke.lineTo(13.4, 3.8);
    }
    return sign;
}

SignOutline outlineOf(Sign sign)
{
    if (sign >= Sign::Gate)
        return boundarySignOutline(sign);
    switch (sign) {
    case Sign::Confirmed:
    case Sign::Added:
    case Sign::Rejected:
    case Sign::OneOfSeveral:
    case Sign::KindOf:
    case Sign::OtherDatabase:
        return lineOutline(sign);
    case Sign::PrimaryKey:
        return keyOutline();
    case Sign::ActsOnItsOwn:
        return boltOutline();
    case Sign::Warning:
        return warningOutline();
    case Sign::Nullable:
        return nullableOutline();
    case Sign::ForeignKey:
    case Sign::Unique:
    case Sign::Generated:
    case Sign::FoldedTables:
    case Sign::Staged:
    case Sign::NewTable:
    case Sign::AlteredTable:
    case Sign::Unfold:
        return rowOutline(sign);
    default:
        return tableOutline(sign);
    }
}

struct SignWords
{
    const char* name;
    const char* meaning;
};

constexpr std::array<SignWords, signCount> words{{
    {"table", "Table"},
    {"partitioned-table", "Partitioned table"},
    {"view", "View"},
    {"materialized-view", "Materialized view"},
    {"foreign-table", "Foreign table"},
    {"virtual-table", "Virtual table"},
    {"unknown-table", "Unknown kind"},
    {"primary-key", "Primary key"},
    {"foreign-key", "Foreign key"},
    {"unique", "Unique"},
    {"generated", "Generated"},
    {"nullable", "May be null"},
    {"acts-on-its-own", "Acts on its own: triggers, checks, generated columns"},
    {"warning", "Broken or not read"},
    {"folded-tables", "Partitions or copies folded"},
    {"staged", "Comment edited, not written yet"},
    {"new-table", "New since it was read before"},
    {"altered-table", "Altered since it was read before"},
    {"unfold", "Columns folded"},
    {"confirmed", "Confirmed by a person"},
    {"added", "Added by hand"},
    {"rejected", "Rejected by a person"},
    {"one-of-several", "One of several tables, chosen by a type column"},
    {"kind-of", "Is a kind of the other, with the same key"},
    {"other-database", "Leads into another database"},
    {"gate", "Crosses into another boundary"},
    {"undecided-gate", "Crosses, and is to be decided or forbidden"},
    {"undecided", "Crossings to be decided or forbidden"},
    {"contract", "Contract: published for others"},
    {"replica", "Replica of what somebody else owns"},
    {"service", "Service"},
    {"module", "Module"},
    {"shared-boundary", "Shared by everybody"},
    {"external", "External: cannot be changed here"},
    {"unowned", "Owned by nobody"},
}};

} // namespace

const SignOutline& signOutline(Sign sign)
{
    static const auto outlines = [] {
        std::array<SignOutline, signCount> result;
        for (int i = 0; i < signCount; ++i)
            result[i] = outlineOf(static_cast<Sign>(i));
        return result;
    }();
    return outlines[static_cast<std::size_t>(sign)];
}

QLatin1String signName(Sign sign)
{
    return QLatin1String(words[static_cast<std::size_t>(sign)].name);
}

QString signMeaning(Sign sign)
{
    return QString::fromLatin1(words[static_cast<std::size_t>(sign)].meaning);
}

} // namespace cadastre
