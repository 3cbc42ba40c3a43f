// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Anchors and what is looked up; see the headers.
#include "model/export/documentation/documentation_parts.h"

#include "model/catalog/containment.h"

#include <QLocale>
#include <QSet>

#include <algorithm>
#include <set>

namespace cadastre {

namespace {

/// Names as ids: what a fragment of an address takes without escapes.
QString documentedAnchorWord(const QString& name)
{
    QString word;
    for (const QChar c : name) {
        const bool isPlain = c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'.' || c == u'_');
        word += isPlain ? c : QLatin1Char('-');
    }
    return word;
}

/// Each anchor once; of names that look alike to an anchor, each has its number.
class FreeAnchors
{
public:
    QString take(const QString& wanted)
    {
        QString anchor = wanted;
        for (int& number = m_numbers[wanted]; m_taken.contains(anchor);)
            anchor = QStringLiteral("%1--%2").arg(wanted).arg(++number + 1);
        m_taken.insert(anchor);
        return anchor;
    }

private:
    QSet<QString> m_taken;
    QHash<QString, int> m_numbers; ///< that were given out
};

} // namespace

DocumentationAnchors::DocumentationAnchors(const SchemaExport& schema)
{
    FreeAnchors anchors;
    for (const TableId table : schema.tables)
        m_tables[table] = anchors.take(QString(
            QStringLiteral("table-") + documentedAnchorWord(schema.catalog->displayName(table))));
    for (const SchemaGroup& group : schema.groups)
        m_groups.push_back(
            anchors.take(QString(QStringLiteral("group-") + documentedAnchorWord(group.name))));
}

QString DocumentationAnchors::ofTable(TableId table) const
{
    return m_tables.value(table);
}

QString DocumentationAnchors::ofGroup(std::size_t group) const
{
    return group < m_groups.size() ? m_groups[group] : QStringLiteral("other-tables");
}

DocumentationFacts::DocumentationFacts(const DocumentationInput& given)
    : input(given)
    , catalog(*given.schema.catalog)
    , roles(given.schema)
{
    const std::size_t tables = catalog.objects().tables.size();
    asChild.resize(tables);
    asParent.resize(tables);
    usedBy.resize(tables);
    uses.resize(tables);
    for (std::size_t i = 0; i < input.schema.links.size(); ++i) {
        asChild[static_cast<std::size_t>(input.schema.links[i].child.index)].push_back(i);
        asParent[static_cast<std::size_t>(input.schema.links[i].parent.index)].push_back(i);
    }
    takeDependencies();
    m_groups = input.schema.groups;
    QSet<TableId> grouped;
    for (const SchemaGroup& group : m_groups)
        grouped += QSet<TableId>(group.tables.begin(), group.tables.end());
    SchemaGroup rest;
    rest.name = m_groups.empty() ? QStringLiteral("All tables") : QStringLiteral("Other tables");
    for (const TableId table : input.schema.tables)
        if (!grouped.contains(table))
            rest.tables.push_back(table);
    if (!rest.tables.empty())
        m_groups.push_back(std::move(rest));
}

void DocumentationFacts::takeDependencies()
{
    std::set<std::tuple<TableId, ObjectRef>> said;
    std::set<std::tuple<TableId, TableId>> saidUses;
    for (const Dependency& dependency : catalog.objects().dependencies) {
        const auto on = tableHolding(catalog, dependency.on);
        if (!on)
            continue;
        const auto dependent = dependency.dependent.kind == ObjectKind::Trigger
                                   ? std::nullopt
                                   : tableHolding(catalog, dependency.dependent);
        const ObjectRef user = dependent ? ObjectRef(*dependent) : dependency.dependent;
        if (dependent != on && said.insert({*on, user}).second)
            usedBy[static_cast<std::size_t>(on->index)].push_back({user, dependency.kind});
        if (dependent && dependent != on && saidUses.insert({*dependent, *on}).second)
            uses[static_cast<std::size_t>(dependent->index)].push_back(
                {ObjectRef(*on), dependency.kind});
    }
}

QString documentationNumber(double number)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(number, 'f', 0);
}

} // namespace cadastre
