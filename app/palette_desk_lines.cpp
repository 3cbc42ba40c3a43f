// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The lines of the palette: objects, commands and what desks offer, ranked together.
#include "app/palette_desk.h"

#include "app/boundary_desk.h"
#include "app/comment_desk.h"
#include "app/main_window.h"
#include "app/path_desk.h"
#include "model/search/spoken_words.h"
#include "widgets/command_palette.h"
#include "widgets/icons.h"
#include "widgets/object_icons.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int useShare = 3; ///< a command used often gains up to a third of 100
constexpr int disabledLoss = 45;
constexpr int joinScore = 70; ///< below what is called so, above what only says it
constexpr std::size_t mostLines = 60;
constexpr qsizetype commentInLine = 120;
constexpr qsizetype commentInTip = 400;

QString firstWords(const QString& comment)
{
    return comment.left(commentInLine).simplified();
}

} // namespace

void PaletteDesk::addLine(PaletteItem item, Target target, const QString& usedName)
{
    item.id = static_cast<int>(m_targets.size());
    m_targets.push_back(std::move(target));
    m_names.push_back(usedName);
    m_lines.push_back(std::move(item));
}

void PaletteDesk::addHits(const PaletteAnswer& answer)
{
    const QueryIndex& index = *answer.index->query;
    const Catalog& catalog = index.catalog();
    for (const SearchHit& hit : answer.hits.hits) {
        const QString comment = index.comment(hit.object);
        PaletteItem item;
        item.title = hit.title;
        item.badge = objectKindText(catalog, hit.object);
        item.icon = objectIcon(catalog, hit.object);
        item.score = hit.score;
        QStringList detail;
        if (hit.object.kind == ObjectKind::Column) {
            const ColumnId column{hit.object.index};
            detail << catalog.column(column).type << jsonSignText(index.jsonSignOf(column));
            detail.removeAll(QString());
        }
        if (hit.field == SearchField::Comment)
            detail << QStringLiteral("“%1”").arg(hit.excerpt);
        else if (!comment.isEmpty())
            detail << firstWords(comment);
        item.detail = detail.join(QStringLiteral(" · "));
        item.toolTip = QStringLiteral("%1 · %2").arg(item.title, item.badge);
        if (!comment.isEmpty())
            item.toolTip += QLatin1Char('\n') + comment.left(commentInTip);
        addLine(item, hit.object, catalog.keyOf(hit.object).toString());
    }
}

/// Whoever names several tables may want to know how they join.
void PaletteDesk::addJoin(const std::vector<TableId>& tables)
{
    PathDesk* paths = nullptr;
    for (Desk* desk : m_parts.window->desks()) {
        if (auto* found = qobject_cast<PathDesk*>(desk))
            paths = found;
    }
    if (tables.empty() || paths == nullptr)
        return;
    const Catalog& catalog = *m_parts.sources->facts().catalog;
    QStringList names;
    for (const TableId table : tables)
        names << catalog.displayName(table);
    const QString last = names.takeLast();
    PaletteEntry entry;
    entry.title = tr("How do %1 and %2 join").arg(names.join(QStringLiteral(", ")), last);
    entry.kind = tr("path");
    entry.icon = themedIcon(QStringLiteral("path"));
    entry.run = [paths, tables] { paths->open(tables); };
    PaletteItem item;
    item.title = entry.title;
    item.detail = tr("the ways between them, and a SELECT");
    item.badge = entry.kind;
    item.icon = entry.icon;
    item.toolTip = item.title;
    item.score = joinScore;
    addLine(item, entry, QStringLiteral("path"));
}

/// What the list says without the lines: names, kinds and details between tabs.
void PaletteDesk::copyHits()
{
    QStringList lines;
    for (const PaletteItem& item : m_palette->items()) {
        const Target& target = m_targets[static_cast<std::size_t>(item.id)];
        if (std::holds_alternative<ObjectRef>(target))
            lines << QString(item.title % QLatin1Char('\t') % item.badge % QLatin1Char('\t') %
                             item.detail)
                         .trimmed();
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    m_palette->showCount(tr("Copied %n hits.", nullptr, static_cast<int>(lines.size())));
}

void PaletteDesk::addCommands(const QStringList& words, bool all)
{
    const bool isOpen = !m_parts.sources->sources().empty();
    for (const PaletteCommand& command : m_commands) {
        if (command.action.isNull())
            continue;
        const int fits = words.isEmpty() ? 1 : commandScore(command, words);
        if (fits == 0 || (words.isEmpty() && !all))
            continue;
        PaletteItem item = commandItem(command, isOpen);
        item.score =
            fits + m_use.weight(command.name()) / useShare - (item.enabled ? 0 : disabledLoss);
        addLine(item, command, command.name());
    }
}

std::vector<PaletteEntry> PaletteDesk::entries() const
{
    std::vector<PaletteEntry> all;
    const auto ownership = queryFacts().ownership;
    for (std::size_t i = 0; ownership != nullptr && i < ownership->names.size(); ++i) {
        const auto boundary = static_cast<BoundaryIndex>(i);
        const auto tables = ownership->tablesOf(boundary);
        PaletteEntry entry;
        entry.title = ownership->names[i];
        entry.kind = tr("boundary");
        entry.detail = tr("%Ln tables and views", nullptr, static_cast<int>(tables.size()));
        entry.icon = themedIcon(QStringLiteral("boundary"));
        entry.run = [diagram = m_parts.diagram, tables] { diagram->revealTables(tables); };
        entry.preview = [diagram = m_parts.diagram, boundary] {
            diagram->revealBoundary(boundary);
        };
        all.push_back(std::move(entry));
    }
    for (const Desk* desk : m_parts.window->desks()) {
        for (PaletteEntry& entry : desk->paletteEntries())
            all.push_back(std::move(entry));
    }
    return all;
}

void PaletteDesk::addEntries(const QStringList& words)
{
    for (const PaletteEntry& entry : m_entries) {
        const int fits =
            spokenScore(words, entry.title, entry.kind + QLatin1Char(' ') + entry.detail);
        if (fits == 0)
            continue;
        PaletteItem item;
        item.title = entry.title;
        item.detail = entry.detail;
        item.badge = entry.kind;
        item.icon = entry.icon.isNull() ? themedIcon(QStringLiteral("other")) : entry.icon;
        item.toolTip = QStringLiteral("%1 · %2\n%3").arg(entry.title, entry.kind, entry.detail);
        const QString name = entry.kind + QLatin1Char(':') + entry.title;
        item.score = fits + 10 + m_use.weight(name) / useShare;
        addLine(item, entry, name);
    }
}

QStringList PaletteDesk::whyNothing(const QString& words, bool hasFields, QStringList remarks)
{
    if (hasFields)
        remarks.prepend(tr("Nothing fits “%1”.").arg(words));
    else if (remarks.isEmpty())
        remarks << tr("Nothing is called or says “%1”. Fewer letters find more.").arg(words);
    remarks << tr("How to search: F1.");
    return remarks;
}

void PaletteDesk::showAnswer(const QString& text, const PaletteAnswer& answer)
{
    m_lines.clear();
    m_targets.clear();
    m_names.clear();
    const bool onlyCommands = text.startsWith(QLatin1Char('>'));
    const bool onlyColumns = text.startsWith(QLatin1Char('@'));
    const QString words = onlyCommands ? text.mid(1) : text;
    const ObjectQuery query = parseObjectQuery(words);
    const bool hasFields = std::ranges::any_of(query.terms, [](const QueryTerm& term) {
        return term.field != QueryField::Word || term.negated;
    });
    const QStringList spoken =
        spokenWords(queryWords(query).split(QLatin1Char(' '), Qt::SkipEmptyParts));
    if (answer.index != nullptr) {
        addHits(answer);
        addJoin(answer.joined);
    }
    if (!onlyColumns && !hasFields) {
        addCommands(spoken, onlyCommands || answer.index == nullptr);
        if (!onlyCommands && !spoken.isEmpty())
            addEntries(spoken);
    }
    std::ranges::stable_sort(m_lines, std::ranges::greater{}, &PaletteItem::score);
    if (!(onlyCommands && spoken.isEmpty()))
        m_lines.resize(std::min(m_lines.size(), mostLines));
    QStringList remarks = answer.hits.remarks;
    if (words.trimmed().isEmpty() && answer.index != nullptr && !onlyColumns)
        remarks << tr("Where you were, and the tables that most others refer to");
    else if (m_lines.empty() && !words.trimmed().isEmpty())
        remarks = whyNothing(words.trimmed(), hasFields, remarks);
    const auto total = static_cast<int>(answer.hits.total);
    const bool cut = answer.hits.total > answer.hits.hits.size();
    showLines(text, remarks.join(QLatin1Char(' ')));
    m_palette->showCount(
        total == 0 ? QString()
        : cut      ? tr("The best %1 of %Ln hits", nullptr, total).arg(answer.hits.hits.size())
                   : tr("%Ln hits", nullptr, total));
    m_palette->showCompletion({answer.completion.start, answer.completion.length,
                               onlyCommands ? QStringList() : answer.completion.choices});
}

void PaletteDesk::showLines(const QString& text, const QString& remark)
{
    m_palette->showItems(text, std::move(m_lines), remark);
    m_lines.clear();
}

} // namespace cadastre
