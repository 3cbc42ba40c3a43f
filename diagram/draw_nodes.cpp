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
constexpr double rowSignSize = 12;
constexpr double stagedSignSize = 10;
constexpr double shortestSecondName = 18; ///< narrower, nothing of it could be read

} // namespace

void DrawBuilder::addNodes()
{
    // What is in focus lies above what is faded.
    for (const bool faded : {true, false})
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
    addWrappedTitle(rect, namesOf(facts).first);
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

/// As large as the box allows up to what reads well, on one to three lines.
void DrawBuilder::addWrappedTitle(const QRectF& rect, const QString& title)
{
    const double readable = std::max<double>(textPixelSize(TextStyle::Title), onScreen(11));
    double best = 0;
    QStringList bestLines;
    for (int lineCount = 1; lineCount <= 3; ++lineCount) {
        const QStringList lines = wrappedName(title, lineCount);
        qsizetype longest = 4;
        for (const QString& line : lines)
            longest = std::max(longest, line.size());
        const double size = std::min({(rect.width() - 8) / roughTextWidth(longest, 1), readable,
                                      rect.height() * 0.85 / (double(lines.size()) * lineSpacing)});
        if (size > best * 1.05) {
            best = size;
            bestLines = lines;
        }
    }
    // Whole pixels: few font sizes in a frame are many cached glyphs.
    const double size = onScreen(std::floor(best * m_list.scale));
    if (size < onScreen(5.5))
        return;
    double top = rect.center().y() - double(bestLines.size()) * size * lineSpacing / 2;
    for (const QString& line : bestLines) {
        addText({rect.left() + 3, top, rect.width() - 6, size * lineSpacing}, line,
                TextStyle::Title, Ink::Text, Qt::AlignHCenter, size);
        top += size * lineSpacing;
    }
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
