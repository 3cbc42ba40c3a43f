// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Sentences of paths; see the header.
#include "model/paths/path_words.h"

#include "model/relations/count_text.h"

#include <algorithm>
#include <cmath>

namespace cadastre {

namespace {

QString joinsText(qsizetype count)
{
    return countedNoun(count, QStringLiteral("join"), QStringLiteral("joins"));
}

bool isByPerson(const JoinStep& step)
{
    return step.origin == StepOrigin::Confirmed || step.origin == StepOrigin::Added;
}

/// "all declared", "1 inferred (0.83)", "2 inferred (0.6 at least)", "1 confirmed".
QString originsText(const JoinPath& path)
{
    const auto countOf = [&](auto isOne) {
        return std::ranges::count_if(path.steps,
                                     [&](const PathStep& step) { return isOne(step.join); });
    };
    const auto isOrigin = [](StepOrigin origin) {
        return [origin](const JoinStep& step) { return step.origin == origin; };
    };
    const auto declared = countOf(isOrigin(StepOrigin::Declared));
    const auto inferred = countOf(isOrigin(StepOrigin::Inferred));
    const auto byPerson = countOf(isByPerson);
    const auto views = countOf(isOrigin(StepOrigin::View));
    const auto all = std::ssize(path.steps);
    if (declared == all)
        return all == 1 ? QStringLiteral("declared") : QStringLiteral("all declared");
    QStringList parts;
    if (declared > 0)
        parts << QStringLiteral("%1 declared").arg(declared);
    if (byPerson > 0)
        parts << QStringLiteral("%1 confirmed by a person").arg(byPerson);
    if (inferred > 0) {
        double lowest = 1;
        for (const PathStep& step : path.steps) {
            if (step.join.origin == StepOrigin::Inferred)
                lowest = std::min(lowest, step.join.confidence);
        }
        parts << (inferred == 1 ? QStringLiteral("1 inferred (%1)").arg(certaintyText(lowest))
                                : QStringLiteral("%1 inferred (at least %2)")
                                      .arg(QString::number(inferred), certaintyText(lowest)));
    }
    if (views > 0)
        parts << QStringLiteral("%1 by what a view gives").arg(views);
    return parts.join(QStringLiteral(", "));
}

QString namesOf(const Catalog& catalog, const std::vector<ColumnId>& columns)
{
    QStringList names;
    for (const ColumnId column : columns)
        names << catalog.column(column).name;
    return names.join(QStringLiteral(", "));
}

bool areNullable(const Catalog& catalog, const std::vector<ColumnId>& columns)
{
    return std::ranges::any_of(columns,
                               [&](ColumnId column) { return catalog.column(column).nullable; });
}

bool givesSeveral(const JoinGraph& graph, const JoinStep& join)
{
    if (join.towardsParent)
        return false;
    if (join.relationship < 0 || join.throughView)
        return join.relationship >= 0;
    const Relationship& relationship = graph.relationships()[std::size_t(join.relationship)];
    return relationship.childEnd == Cardinality::ZeroOrMany ||
           relationship.childEnd == Cardinality::OneOrMany;
}

/// Whether the path comes to the step's table from a child and goes on to another child.
bool sharesParent(const JoinPath& path, const PathStep& step)
{
    if (step.join.towardsParent)
        return false;
    return std::ranges::any_of(path.steps, [&](const PathStep& before) {
        return before.to == step.from && before.join.towardsParent;
    });
}

class NoteWriter
{
public:
    NoteWriter(const JoinGraph& graph, const JoinPath& path)
        : m_graph(graph)
        , m_catalog(graph.catalog())
        , m_path(path)
    {
    }

    std::vector<PathNote> write()
    {
        for (const PathStep& step : m_path.steps)
            addStep(step);
        addMultiplied();
        return std::move(m_notes);
    }

private:
    void add(PathNoteKind kind, const QString& text)
    {
        PathNote note{kind, text};
        if (std::ranges::find(m_notes, note) == m_notes.end())
            m_notes.push_back(std::move(note));
    }

    [[nodiscard]] QString name(TableId table) const { return m_catalog.displayName(table); }

    void addStep(const PathStep& step)
    {
        const JoinStep& join = step.join;
        addDoubts(join);
        if (join.typeColumn)
            add(PathNoteKind::Polymorphic,
                QStringLiteral("%1 of %2 means %3 only where %4 says so.")
                    .arg(namesOf(m_catalog, join.childColumns()), name(join.child()),
                         name(join.parent()), m_catalog.column(*join.typeColumn).name));
        if (join.audit)
            add(PathNoteKind::Audit,
                QStringLiteral("%1 of %2 only says who did something or whose it is: rows that "
                               "share it may have nothing else in common.")
                    .arg(namesOf(m_catalog, join.childColumns()), name(join.child())));
        if (sharesParent(m_path, step))
            addSharedParent(join);
        if (join.towardsParent && areNullable(m_catalog, join.fromColumns))
            add(PathNoteKind::MayBeEmpty,
                QStringLiteral("Not every row of %1 has one of %2: %3 may be empty.")
                    .arg(name(join.from), name(join.to), namesOf(m_catalog, join.fromColumns)));
        if (givesSeveral(m_graph, join)) {
            m_lists.push_back(step);
            add(PathNoteKind::Repeats,
                QStringLiteral("One row of %1 can have several of %2: it then stands there "
                               "several times.")
                    .arg(name(join.from), name(join.to)));
        }
        if (join.throughView || join.origin == StepOrigin::View)
            addView(join);
    }

    void addDoubts(const JoinStep& join)
    {
        if (join.origin == StepOrigin::Inferred)
            add(PathNoteKind::Inferred,
                QStringLiteral("%1 is inferred (%2), nobody declared it.")
                    .arg(stepText(m_catalog, join), certaintyText(join.confidence)));
        if (join.typesDiffer)
            add(PathNoteKind::TypesDiffer,
                QStringLiteral("The types of %1 differ: values are converted, and some may find "
                               "no partner.")
                    .arg(stepText(m_catalog, join)));
    }

    void addSharedParent(const JoinStep& join)
    {
        const int referring = m_graph.referringTables(join.from);
        add(PathNoteKind::SharedParent,
            QStringLiteral("Rows are put together because they share a row of %1, to which %2.")
                .arg(name(join.from), referring == 1
                                          ? QStringLiteral("1 table refers")
                                          : QStringLiteral("%1 tables refer").arg(referring)));
    }

    void addView(const JoinStep& join)
    {
        const bool isFrom = isView(m_catalog.table(join.from));
        const TableId view = isFrom ? join.from : join.to;
        add(PathNoteKind::View,
            QStringLiteral("%1 is a view: it may leave rows out, or give a row several times.")
                .arg(name(view)));
    }

    /// Two lists of which neither hangs on the other.
    void addMultiplied()
    {
        for (std::size_t i = 0; i < m_lists.size(); ++i) {
            for (std::size_t k = i + 1; k < m_lists.size(); ++k) {
                if (!hangsOn(m_lists[k].to, m_lists[i].to))
                    add(PathNoteKind::Multiplies,
                        QStringLiteral("Rows of %1 and %2 are lists of their own: every row of "
                                       "one stands beside every row of the other.")
                            .arg(name(m_lists[i].join.to), name(m_lists[k].join.to)));
            }
        }
    }

    [[nodiscard]] bool hangsOn(int table, int ancestor) const
    {
        while (table != 0 && table != ancestor)
            table = m_path.steps[std::size_t(table) - 1].from;
        return table == ancestor;
    }

    const JoinGraph& m_graph;
    const Catalog& m_catalog;
    const JoinPath& m_path;
    std::vector<PathStep> m_lists;
    std::vector<PathNote> m_notes;
};

} // namespace

QString certaintyText(double confidence)
{
    return QString::number(std::floor(confidence * 100 + 1e-9) / 100, 'f', 2); // 0.997 is not sure
}

QString stepText(const Catalog& catalog, const JoinStep& step)
{
    QStringList pairs;
    for (std::size_t i = 0; i < step.fromColumns.size(); ++i)
        pairs << QStringLiteral("%1 = %2").arg(catalog.displayName(step.fromColumns[i]),
                                               catalog.displayName(step.toColumns[i]));
    return pairs.join(QStringLiteral(" and "));
}

QString pathSentence(const Catalog& catalog, const JoinPath& path)
{
    const QString arrow = QStringLiteral(" → ");
    QString text = path.tables.empty() ? QString() : catalog.displayName(path.tables.front());
    int last = 0;
    for (const PathStep& step : path.steps) {
        if (step.from != last)
            text += QStringLiteral(", ") + catalog.displayName(step.join.from);
        text += arrow + catalog.displayName(step.join.to);
        last = step.to;
    }
    return QStringLiteral("%1: %2, %3")
        .arg(text, joinsText(std::ssize(path.steps)), originsText(path));
}

std::vector<PricePart> pathPriceParts(const JoinGraph& graph, const JoinPath& path,
                                      const PathPreferences& preferences)
{
    std::vector<PricePart> parts{
        {joinPrice * static_cast<int>(path.steps.size()), joinsText(std::ssize(path.steps))}};
    const auto add = [&](int price, const QString& why) {
        if (price > 0)
            parts.push_back({price, why});
    };
    const Catalog& catalog = graph.catalog();
    for (const PathStep& step : path.steps) {
        const StepExtras extras = stepExtras(step.join, preferences);
        add(extras.uncertainty, QStringLiteral("%1 is inferred").arg(stepText(catalog, step.join)));
        add(extras.audit, QStringLiteral("%1 says who did something")
                              .arg(namesOf(catalog, step.join.childColumns())));
        add(extras.types, QStringLiteral("types of %1 differ").arg(stepText(catalog, step.join)));
        if (sharesParent(path, step))
            add(sharedParentPrice(graph, step.join.from),
                QStringLiteral("only a row of %1 is shared")
                    .arg(catalog.displayName(step.join.from)));
    }
    return parts;
}

std::vector<PathNote> pathNotes(const JoinGraph& graph, const JoinPath& path)
{
    return NoteWriter(graph, path).write();
}

} // namespace cadastre
