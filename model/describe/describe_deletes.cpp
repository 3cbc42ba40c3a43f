// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What deleting a row of a table does elsewhere, as its foreign keys and triggers say. Nothing is
// followed further than to the rows that point at it directly.
#include "model/describe/facts.h"

#include <QRegularExpression>

namespace cadastre {

namespace {

/// A single column that may not be null cannot be set to null; of several, the key may name some.
bool cannotBeNull(const Catalog& catalog, const Constraint& key)
{
    return key.columns.size() == 1 && !catalog.column(key.columns.front()).nullable;
}

bool isRefusal(const Catalog& catalog, const Constraint& key)
{
    return key.onDelete == ReferentialAction::NoAction ||
           key.onDelete == ReferentialAction::Restrict ||
           (key.onDelete == ReferentialAction::SetNull && cannotBeNull(catalog, key));
}

/// "NO ACTION, checked at commit".
QString ruleText(const Catalog& catalog, const Constraint& key)
{
    QString text = referentialActionName(key.onDelete);
    if (key.onDelete == ReferentialAction::NoAction && key.initiallyDeferred)
        text += QStringLiteral(", checked at commit");
    if (key.onDelete == ReferentialAction::SetNull && cannotBeNull(catalog, key))
        text += QStringLiteral(", but null is not allowed there");
    return text;
}

bool firesOnDelete(const Trigger& trigger)
{
    static const QRegularExpression word(QStringLiteral(R"(\bDELETE\b)"),
                                         QRegularExpression::CaseInsensitiveOption);
    return trigger.enabled && trigger.events.contains(word);
}

class DeleteFacts
{
public:
    explicit DeleteFacts(const DescribeInput& input)
        : m_catalog(input.catalog)
        , m_relationships(input.relationships)
        , m_table{input.object.index}
    {
    }

    void addTo(ObjectDescription& description)
    {
        addKeys(QStringLiteral("Refused by"),
                [this](const Constraint& key) { return isRefusal(m_catalog, key); });
        addKeys(QStringLiteral("Deleted too"),
                [](const Constraint& key) { return key.onDelete == ReferentialAction::Cascade; });
        addKeys(QStringLiteral("Set to null"), [this](const Constraint& key) {
            return key.onDelete == ReferentialAction::SetNull && !isRefusal(m_catalog, key);
        });
        addKeys(QStringLiteral("Set to default"), [](const Constraint& key) {
            return key.onDelete == ReferentialAction::SetDefault;
        });
        addTriggers();
        m_facts.text(QStringLiteral("Not checked"),
                     QStringLiteral("references without a foreign key: the database lets them "
                                    "point at nothing"));
        std::move(m_facts).addTo(description);
    }

private:
    template <typename Belongs> void addKeys(const QString& label, Belongs belongs)
    {
        for (const Relationship& relationship : m_relationships) {
            if (!relationship.constraint)
                continue;
            const Constraint& key = m_catalog.constraint(*relationship.constraint);
            if (key.referencedTable != m_table || !key.enforced || !belongs(key))
                continue;
            m_facts.link(label,
                         QStringLiteral("%1 (%2), %3")
                             .arg(m_catalog.displayName(key.table),
                                  columnList(m_catalog, key.columns), ruleText(m_catalog, key)),
                         ObjectRef(key.table));
        }
    }

    void addTriggers()
    {
        int index = m_catalog.firstTrigger(m_table).index;
        for (const Trigger& trigger : m_catalog.triggersOf(m_table)) {
            const TriggerId id{index++};
            if (firesOnDelete(trigger))
                m_facts.link(QStringLiteral("Trigger ") + trigger.name,
                             triggerSummary(m_catalog, id), ObjectRef(id));
        }
    }

    const Catalog& m_catalog;
    const std::vector<Relationship>& m_relationships;
    TableId m_table;
    Facts m_facts{QStringLiteral("When a row is deleted")};
};

bool holdsRows(TableKind kind)
{
    return kind != TableKind::View && kind != TableKind::MaterializedView;
}

} // namespace

QString deleteEffect(const Catalog& catalog, const Constraint& key)
{
    if (!key.enforced)
        return QStringLiteral("a delete is not checked (not enforced)");
    const QString rule = QStringLiteral(" (%1)").arg(ruleText(catalog, key));
    if (isRefusal(catalog, key))
        return QStringLiteral("a delete is refused while rows point here") + rule;
    if (key.onDelete == ReferentialAction::Cascade)
        return QStringLiteral("a delete deletes these rows too") + rule;
    if (key.onDelete == ReferentialAction::SetNull)
        return QStringLiteral("a delete sets them to null") + rule;
    return QStringLiteral("a delete sets them to their default") + rule;
}

void describeDeletes(const DescribeInput& input, ObjectDescription& description)
{
    if (holdsRows(input.catalog.table({input.object.index}).kind))
        DeleteFacts(input).addTo(description);
}

} // namespace cadastre
