// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Why a relationship is believed, what else it could be, what it is worth to the server and what a
// person decided: of a column's own relationships, and of one relationship on its own.
#include "model/describe/relationship_words.h"
#include "model/relations/relationship_names.h"

#include <algorithm>

namespace cadastre {

namespace {

QString originWords(const Relationship& relationship)
{
    if (relationship.origin == RelationshipOrigin::Declared)
        return QStringLiteral("declared relationship");
    return QString(howSure(relationship) + QStringLiteral(" relationship"));
}

QString cardinalityWords(Cardinality cardinality)
{
    switch (cardinality) {
    case Cardinality::ZeroOrOne:
        return QStringLiteral("none or one");
    case Cardinality::ExactlyOne:
        return QStringLiteral("exactly one");
    case Cardinality::ZeroOrMany:
        return QStringLiteral("any number");
    case Cardinality::OneOrMany:
        return QStringLiteral("at least one");
    }
    Q_UNREACHABLE();
}

class ReasonFacts
{
public:
    ReasonFacts(const Catalog& catalog, const DescribeOptions& options,
                const Relationship& relationship, int index)
        : m_catalog(catalog)
        , m_options(options)
        , m_relationship(relationship)
        , m_index(index)
    {
    }

    void addTo(ObjectDescription& description, const QString& suffix) const
    {
        addEvidence(description, suffix);
        addAlternatives(description, suffix);
        addVerdict(description, suffix);
        addDecision(description, suffix);
    }

    void addEnds(ObjectDescription& description) const
    {
        Facts facts(QStringLiteral("Ends"));
        facts.link(
            QStringLiteral("Child"),
            QStringLiteral("%1 (%2)").arg(m_catalog.displayName(m_relationship.child),
                                          columnList(m_catalog, m_relationship.childColumns)),
            ObjectRef(m_relationship.child));
        if (m_relationship.typeColumn)
            facts.link(QStringLiteral("Chosen by"),
                       m_catalog.column(*m_relationship.typeColumn).name,
                       ObjectRef(*m_relationship.typeColumn));
        for (const RelationshipTarget& target : m_relationship.targets) {
            const QString label =
                target.typeValue.isEmpty() ? QStringLiteral("Parent") : target.typeValue;
            if (target.isResolved())
                facts.link(label, targetWords(m_catalog, target), ObjectRef(target.table));
            else
                facts.warning(label, targetWords(m_catalog, target));
        }
        facts.text(QStringLiteral("Children per parent"),
                   cardinalityWords(m_relationship.childEnd));
        facts.text(QStringLiteral("Parents per child"), cardinalityWords(m_relationship.parentEnd));
        facts.flag(QStringLiteral("Child is a kind of parent"), m_relationship.subtype);
        if (m_relationship.constraint)
            facts.link(
                QStringLiteral("Foreign key"),
                constraintSummary(m_catalog, m_catalog.constraint(*m_relationship.constraint)),
                ObjectRef(*m_relationship.constraint));
        std::move(facts).addTo(description);
    }

private:
    void addEvidence(ObjectDescription& description, const QString& suffix) const
    {
        Facts facts(QString(QStringLiteral("Why") + suffix));
        for (const bool isFor : {true, false}) {
            for (const Evidence& evidence : m_relationship.evidence) {
                if ((evidence.weight >= 0) == isFor)
                    facts.text(isFor ? QStringLiteral("For") : QStringLiteral("Against"),
                               evidence.sentence);
            }
        }
        std::move(facts).addTo(description);
    }

    void addAlternatives(ObjectDescription& description, const QString& suffix) const
    {
        Facts facts(QString(QStringLiteral("Could also point at") + suffix));
        for (const RelationshipAlternative& other : m_relationship.alternatives) {
            const QString label = QStringLiteral("%1 %").arg(qRound(other.confidence * 100));
            const QString why =
                other.evidence.empty()
                    ? QString()
                    : QString(QStringLiteral(": ") + other.evidence.front().sentence);
            if (other.target.isResolved())
                facts.relationship(label, targetWords(m_catalog, other.target) + why,
                                   ObjectRef(other.target.table), m_index);
        }
        std::move(facts).addTo(description);
    }

    void addVerdict(ObjectDescription& description, const QString& suffix) const
    {
        const std::optional<Verification> checked =
            m_options.verifications ? m_options.verifications(m_relationship) : std::nullopt;
        const RelationshipVerdict judged =
            judgeRelationship(m_catalog, m_relationship, checked ? &*checked : nullptr);
        Facts facts(QString(QStringLiteral("What it is worth") + suffix));
        const QString title = verdictTitle(judged.verdict);
        if (judged.verdict == Verdict::TypesDiffer || judged.verdict == Verdict::DeclaredUnchecked)
            facts.warning(title, judged.reason);
        else if (std::ranges::any_of(judged.obstacles, &KeyObstacle::refuses))
            facts.text(
                title,
                QStringLiteral("A foreign key is possible once what stands in the way is gone."));
        else
            facts.text(title, judged.reason);
        for (const KeyObstacle& obstacle : judged.obstacles)
            facts.text(obstacle.refuses ? QStringLiteral("In the way") : QStringLiteral("Mind"),
                       obstacle.sentence);
        std::move(facts).addTo(description);
    }

    void addDecision(ObjectDescription& description, const QString& suffix) const
    {
        if (m_relationship.reason.isEmpty())
            return;
        Facts facts(QString(QStringLiteral("Decision") + suffix));
        facts.text(QStringLiteral("Reason"), m_relationship.reason);
        std::move(facts).addTo(description);
    }

    const Catalog& m_catalog;
    const DescribeOptions& m_options;
    const Relationship& m_relationship;
    int m_index;
};

bool isOfColumn(const Relationship& relationship, ColumnId column)
{
    return std::ranges::find(relationship.childColumns, column) !=
               relationship.childColumns.end() ||
           relationship.typeColumn == column;
}

/// What a person said no to: quiet, but not forgotten.
void describeRejected(const DescribeInput& input, const std::vector<int>& indexes,
                      ObjectDescription& description)
{
    Facts facts(QStringLiteral("Rejected"));
    for (int index : indexes) {
        const Relationship& relationship = input.relationships[static_cast<std::size_t>(index)];
        for (const RelationshipTarget& target : relationship.targets) {
            QString text = targetWords(input.catalog, target);
            if (!relationship.reason.isEmpty())
                text += QStringLiteral(": ") + relationship.reason;
            facts.relationship(
                {}, text,
                target.isResolved() ? std::optional<ObjectRef>(target.table) : std::nullopt, index);
        }
    }
    std::move(facts).addTo(description);
}

} // namespace

void describeReasons(const DescribeInput& input, ObjectDescription& description)
{
    std::vector<int> own;
    std::vector<int> rejected;
    for (int i = 0; i < static_cast<int>(input.relationships.size()); ++i) {
        const Relationship& relationship = input.relationships[static_cast<std::size_t>(i)];
        if (!isOfColumn(relationship, ColumnId{input.object.index}))
            continue;
        (relationship.origin == RelationshipOrigin::Rejected ? rejected : own).push_back(i);
    }
    for (int index : own) {
        const Relationship& relationship = input.relationships[static_cast<std::size_t>(index)];
        const QString suffix =
            own.size() == 1 || relationship.targets.empty()
                ? QString()
                : QString(QStringLiteral(": ") +
                          targetWords(input.catalog, relationship.targets.front()));
        ReasonFacts(input.catalog, input.options, relationship, index).addTo(description, suffix);
    }
    describeRejected(input, rejected, description);
}

ObjectDescription describeRelationship(const Catalog& catalog,
                                       const std::vector<Relationship>& relationships, int index,
                                       const DescribeOptions& options)
{
    const Relationship& relationship = relationships[static_cast<std::size_t>(index)];
    ObjectDescription description;
    description.title = arrowText(catalog, relationship);
    description.kind = originWords(relationship);
    const ReasonFacts facts(catalog, options, relationship, index);
    facts.addTo(description, {});
    facts.addEnds(description);
    return description;
}

} // namespace cadastre
