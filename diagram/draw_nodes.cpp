// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Table boxes at every level of detail; their headers have a file of their own.
#include "diagram/draw_builder.h"

#include "diagram/boxes.h"

#include <algorithm>
#include <cmath>

namespace cadastre {

namespace {

/// What others may build on looks like nothing else, whatever it is made of.
BoxLook frameLook(TableKind kind, Exposure exposure)
{
    if (exposure == Exposure::Contract)
        return BoxLook::ContractFrame;
    if (exposure == Exposure::Replica)
        return BoxLook::ReplicaFrame;
    if (kind == TableKind::View)
        return BoxLook::ViewFrame;
    return kind == TableKind::MaterializedView ? BoxLook::MaterializedFrame : BoxLook::TableFrame;
}

/// A name cut at its word boundaries into at most this many lines of similar length.
QStringList wrappedName(const QString& name, int lineCount)
{
    const qsizetype wanted = (name.size() + lineCount - 1) / lineCount;
    QStringList lines{QString()};
    for (qsizetype i = 0; i < name.size(); ++i) {
        const bool boundary =
            i > 0 && (name[i - 1] == u'_' || name[i - 1] == u' ' || name[i - 1] == u'.' ||
                      (name[i].isUpper() && name[i - 1].isLower()));
        if (boundary && lines.size() < lineCount && lines.back().size() + 1 >= wanted)
            lines << QString();
        lines.back() += name[i];
    }
    return lines;
}

constexpr double lineSpacing = 1.15;
/// Names of tables far out, screen pixels: few font sizes are many cached glyphs, too.
constexpr double largestTitle = 11;
constexpr double smallestTitle = 7;
constexpr double titleStep = 3;
constexpr double titleGrowth = 44; ///< at a scale of 1
constexpr double titleInset = 2;   ///< scene pixels
constexpr int fewestLetters = 3;   ///< fewer say nothing
constexpr double rowSignSize = 12;
constexpr double stagedSignSize = 10;
constexpr double shortestSecondName = 18; ///< narrower, nothing of it could be read

} // namespace

void DrawBuilder::addNodes(bool faded)
{
    for (const int node : m_visible)
        if (m_emphasis.node(node).faded == faded)
            addNode(node);
}

void DrawBuilder::addNode(int node)
{
    beginSpan(SpanKind::Node, node, m_emphasis.node(node).faded);
    if (m_list.level == DetailLevel::Blocks) {
        addBlock(node);
    } else if (m_list.level == DetailLevel::Titles) {
        addTitleBox(node);
    } else {
        addFrame(node);
        addHeader(node);
        addRows(node);
    }
    addRings(node);
    endSpan();
}

void DrawBuilder::addBlock(int node)
{
    const Ink fill = m_scene.mark(node).fill;
    m_list.boxes.push_back(
        {rectOf(node), BoxLook::Block, fill == Ink::Header ? Ink::Border : fill, Ink::Border});
}

void DrawBuilder::addTitleBox(int node)
{
    const QRectF& rect = rectOf(node);
    const DiagramNode& facts = graph().nodes[node];
    const TableKind kind = graph().catalog->table(facts.table).kind;
    const Ink fill = m_scene.mark(node).fill;
    const Ink border = facts.exposure == Exposure::Private ? Ink::Border : Ink::RegionText;
    m_list.boxes.push_back(
        {rect, frameLook(kind, facts.exposure), fill == Ink::Header ? Ink::Box : fill, border});
    addWrappedTitle(rect, namesOf(facts).first, m_scene.mark(node).badge);
    if (isTouched(facts)) {
        const double size = std::min(onScreen(stagedSignSize), rect.height() / 3);
        m_list.signs.push_back(
            {rect.topRight() + QPointF(-size * 0.7, size * 0.7), size, Sign::Staged, Ink::Accent});
    }
    if (const auto changed = changeSignOf(facts)) {
        const double size = std::min(onScreen(stagedSignSize), rect.height() / 3);
        m_list.signs.push_back(
            {rect.topLeft() + QPointF(size * 0.7, size * 0.7), size, *changed, Ink::Accent});
    }
}

/// One of two sizes, whatever the table is: the larger one where the whole name fits, else the
/// smaller one, cut with an ellipsis where even that is too wide. The lens's figure stands below
/// where that leaves room for it.
void DrawBuilder::addWrappedTitle(const QRectF& rect, const QString& title, const QString& badge)
{
    const double large =
        std::clamp(std::floor(m_list.scale * titleGrowth), smallestTitle, largestTitle);
    const double small = std::max(smallestTitle, large - titleStep);
    const QRectF inside = rect.adjusted(titleInset, 0, -titleInset, 0);
    if (roughTextWidth(fewestLetters, onScreen(small)) > inside.width())
        return;
    for (const QString& below : {badge, QString()}) {
        const double taken = below.isEmpty() ? 0 : onScreen(smallestTitle) * lineSpacing;
        for (const double pixels : {large, small}) {
            const double size = onScreen(pixels);
            const int most = std::min(3, int((inside.height() - taken) / (size * lineSpacing)));
            const auto fits = [&](const QStringList& lines) {
                return std::ranges::all_of(lines, [&](const QString& line) {
                    return roughTextWidth(line.size(), size) <= inside.width();
                });
            };
            QStringList lines;
            for (int count = 1; count <= most && (lines.isEmpty() || !fits(lines)); ++count)
                lines = wrappedName(title, count);
            const bool isLast = pixels == small && below.isEmpty();
            if (!lines.isEmpty() && (isLast || fits(lines))) {
                addTitleLines(inside, lines, size, below);
                return;
            }
        }
    }
}

void DrawBuilder::addTitleLines(const QRectF& inside, const QStringList& lines, double size,
                                const QString& badge)
{
    const double badgeSize = onScreen(smallestTitle);
    const double titleHeight = double(lines.size()) * size * lineSpacing;
    const double badgeHeight = badge.isEmpty() ? 0 : badgeSize * lineSpacing;
    double top = inside.center().y() - (titleHeight + badgeHeight) / 2;
    for (const QString& line : lines) {
        addText({inside.left(), top, inside.width(), size * lineSpacing}, line, TextStyle::Title,
                Ink::Text, Qt::AlignHCenter, size);
        top += size * lineSpacing;
    }
    addText({inside.left(), top, inside.width(), badgeHeight}, badge, TextStyle::Count,
            Ink::DimText, Qt::AlignHCenter, badgeSize);
}

void DrawBuilder::addRings(int node)
{
    const NodeEmphasis emphasis = m_emphasis.node(node);
    const QRectF& rect = rectOf(node);
    if (emphasis.hit)
        m_list.boxes.push_back({rect, BoxLook::HitRing, Ink::Hit, Ink::Hit});
    if (emphasis.selected)
        m_list.boxes.push_back({rect, BoxLook::SelectionRing, Ink::Accent, Ink::Accent});
    else if (emphasis.hovered)
        m_list.boxes.push_back({rect, BoxLook::HoverRing, Ink::Accent, Ink::Accent});
}

void DrawBuilder::addFrame(int node)
{
    const DiagramNode& facts = graph().nodes[node];
    const TableKind kind = graph().catalog->table(facts.table).kind;
    const bool related = m_emphasis.node(node).related;
    const Ink border = facts.exposure == Exposure::Private ? Ink::Border : Ink::RegionText;
    // A box without rows is all header.
    const Ink fill = facts.rows.empty() ? m_scene.mark(node).fill : Ink::Box;
    m_list.boxes.push_back(
        {rectOf(node), frameLook(kind, facts.exposure), fill, related ? Ink::Accent : border});
}

void DrawBuilder::addRows(int node)
{
    const BoxShape& shape = graph().shape;
    const QRectF& rect = rectOf(node);
    const int count = int(graph().nodes[node].rows.size());
    const auto rowOf = [&](double y) {
        return int((y - rect.top() - shape.headerHeight) / shape.rowHeight);
    };
    const int first = std::clamp(rowOf(m_options.view.top()), 0, count);
    const int last = std::clamp(rowOf(m_options.view.bottom()) + 1, 0, count);
    for (int row = first; row < last; ++row)
        addRow(node, row);
}

void DrawBuilder::addRow(int node, int row)
{
    const DiagramNode& facts = graph().nodes[node];
    const DiagramRow& content = facts.rows[row];
    const QRectF rect = rowRect(rectOf(node), graph().shape, row);
    const std::vector<ColumnId>& marked = m_emphasis.columns();
    const auto isMarked = [&](ColumnId column) {
        return std::binary_search(marked.begin(), marked.end(), column);
    };
    if (!marked.empty() && std::any_of(content.columns.begin(), content.columns.end(), isMarked))
        m_list.boxes.push_back(
            {rect.adjusted(1, 0, -1, 0), BoxLook::RowBand, Ink::AccentSoft, Ink::AccentSoft});

    const double firstX = rect.left() + graph().shape.padding + rowSignSize / 2;
    const double secondX = firstX + rowSignSize + 3;
    const double y = rect.center().y();
    const RowMarks& marks = content.marks;
    const auto addSign = [&](bool shown, double x, Sign sign, Ink ink) {
        if (shown)
            m_list.signs.push_back({{x, y}, rowSignSize, sign, ink});
    };
    addSign(content.kind == RowKind::Family, firstX, Sign::Unfold, Ink::DimText);
    addSign(marks.primaryKey, firstX, Sign::PrimaryKey, Ink::KeySign);
    addSign(marks.unique && !marks.primaryKey, firstX, Sign::Unique, Ink::KeySign);
    addSign(marks.foreignKey, secondX, Sign::ForeignKey, Ink::ForeignSign);
    addSign(marks.generated && !marks.foreignKey, secondX, Sign::Generated, Ink::Badge);
    const bool isTable = !isView(graph().catalog->table(facts.table));
    addSign(content.kind == RowKind::Column && isTable && !marks.notNull,
            rect.right() - graph().shape.padding - 2, Sign::Nullable, Ink::DimText);
    const bool isTouched =
        std::ranges::any_of(content.columns, [this](ColumnId column) { return isStaged(column); });
    addSign(isTouched, rect.left() + 6, Sign::Staged, Ink::Accent);
    addRowTexts(facts, content, rect);
}

void DrawBuilder::addRowTexts(const DiagramNode& node, const DiagramRow& row, const QRectF& rect)
{
    const BoxShape& shape = graph().shape;
    const double left = rect.left() + shape.padding + shape.marksWidth;
    const double right = rect.right() - shape.padding - 10;
    double nameRight = right;
    double typeLeft = left;
    // Narrower boxes were measured to hold both.
    if (node.size.width() >= shape.maximumWidth) {
        // Types are often in capitals.
        const double type = 1.3 * roughTextWidth(row.type.size(), textPixelSize(TextStyle::Type));
        typeLeft = right - std::min(type, (right - left) * 0.42);
        nameRight = typeLeft - shape.columnGap / 2;
    }
    const bool plain = row.kind == RowKind::Column;
    const TwoNames names = namesOf(row);
    const TextStyle style = row.marks.primaryKey ? TextStyle::KeyColumn : TextStyle::Column;
    addText({left, rect.top(), nameRight - left, rect.height()}, names.first, style,
            plain ? Ink::Text : Ink::DimText);
    if (!names.second.isEmpty()) {
        const double type = 1.3 * roughTextWidth(row.type.size(), textPixelSize(TextStyle::Type));
        const double from = left + boldTextWidth(names.first, textPixelSize(style)) + meantGap;
        const double to = std::max(typeLeft, right - type) - meantGap;
        if (to - from > shortestSecondName)
            addText({from, rect.top(), to - from, rect.height()}, names.second, TextStyle::Column,
                    Ink::DimText);
    }
    addText({typeLeft, rect.top(), right - typeLeft, rect.height()}, row.type, TextStyle::Type,
            Ink::DimText, Qt::AlignRight);
}

} // namespace cadastre
