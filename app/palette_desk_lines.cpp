// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The lines of the palette: objects, commands and what desks offer, ranked together.
#include "app/palette_desk.h"

#include "app/boundary_desk.h"
#include "app/comment_desk.h"
#include "app/main_window.h"
#include "model/search/spoken_words.h"
#include "widgets/command_palette.h"
#include "widgets/icons.h"
#include "widgets/object_icons.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr int useShare = 3; ///< a command used often gains up to a third of 100
constexpr int disabledLoss = 45;
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
        if (hit.object.kind == ObjectKind::Column)
            detail << catalog.column(ColumnId{hit.object.index}).type;
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

void PaletteDesk::addCommands(const QStringList& words, bool all)
{
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
    const bool isOpen = !m_parts.sources->sources().empty();
        addLine(item, entry, name);
    }
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
    if (answer.index != nullptr)
        addHits(answer);
    if (!onlyColumns && !hasFields) {
        addCommands(spoken, onlyCommands || answer.index == nullptr);
        if (!onlyCommands && !spoken.isEmpty())
            addEntries(spoken);
    }
    std::ranges::stable_sort(m_lines, std::ranges::greater{}, &PaletteItem::score);
    if (!(onlyCommands && spoken.isEmpty()))
        m_lines.resize(std::min(m_lines.size(), mostLines));
    QStringList remarks = answer.hits.remarks;
    if (m_lines.empty() && remarks.isEmpty() && !words.trimmed().isEmpty())
        remarks << (hasFields ? tr("Nothing fits “%1”. Fewer filters find more.")
                              : tr("Nothing is called or says “%1”. Fewer letters find more; the "
                                   "line below begins with filters."))
                       .arg(words.trimmed());
    else if (words.trimmed().isEmpty() && answer.index != nullptr && !onlyColumns)
        remarks << tr("Where you were, and the tables that most others lean on");
    showLines(text, remarks.join(QLatin1Char(' ')));
    m_palette->showCompletion({answer.completion.start, answer.completion.length,
                               onlyCommands ? QStringList() : answer.completion.choices});
}

void PaletteDesk::showLines(const QString& text, const QString& remark)
{
    m_palette->showItems(text, std::move(m_lines), remark);
    m_lines.clear();
}

} // namespace cadastre
