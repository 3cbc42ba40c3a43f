// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One function per rule; see the header.
#include "model/relations/findings.h"

#include "model/relations/count_text.h"
#include "model/relations/lookup_index.h"
#include "model/relations/relationship_names.h"
#include "model/relations/structure/subtypes.h"

#include <algorithm>

namespace cadastre {

namespace {

class FindingsFinder
{
public:
    explicit FindingsFinder(const FindingsInput& input)
        : m_input(input)
        , m_catalog(input.catalog)
    {
    }

    std::vector<Finding> find()
    {
        for (int i = 0; i < static_cast<int>(m_input.relationships.size()); ++i)
            judge(i);
        findMisstatements();
        findMissingSubtypes();
        std::ranges::stable_sort(m_found, [](const Finding& a, const Finding& b) {
            if (a.severity != b.severity)
                return a.severity > b.severity;
            return std::tie(a.rule, a.object) < std::tie(b.rule, b.object);
        });
        return std::move(m_found);
    }

private:
    void judge(int index)
    {
        const Relationship& relationship = m_input.relationships[static_cast<std::size_t>(index)];
        if (relationship.origin == RelationshipOrigin::Rejected ||
            (relationship.origin == RelationshipOrigin::Inferred &&
             relationship.confidence < m_input.minimumConfidence))
            return;
        findDifferentTypes(relationship, index);
        findMissingTypeTables(relationship, index);
        findOrphans(relationship, index);
        findMissingIndex(relationship, index);
    }

    /// SQLite lets even declared keys stand between types that never match.
    void findDifferentTypes(const Relationship& relationship, int index)
    {
        const Verdict verdict = verdictOf(m_catalog, relationship);
        const bool isDeclared =
            verdict == Verdict::Declared || verdict == Verdict::DeclaredUnchecked;
        if (verdict != Verdict::TypesDiffer && !isDeclared)
            return;
        const RelationshipTarget& target = relationship.targets.front();
        const KeyTypeJudgement types =
            judgeKeyTypes(m_catalog, relationship.childColumns, target.columns);
        if (types.fit != KeyTypeFit::TypesDiffer)
            return;
        m_found.push_back(
            {QStringLiteral("types-differ"), ObjectRef(relationship.childColumns.front()),
             FindingSeverity::Warning,
             QStringLiteral("%1 cannot hold as it is: %2.")
                 .arg(arrowText(m_catalog, relationship), types.reason),
             QStringLiteral("Give %1 the type of %2, or reject the relationship.")
                 .arg(endText(m_catalog, relationship.child, relationship.childColumns),
                      targetText(m_catalog, target)),
             index});
    }

    void findMissingTypeTables(const Relationship& relationship, int index)
    {
        if (!relationship.typeColumn)
            return;
        QStringList values;
        for (const RelationshipTarget& target : relationship.targets) {
            if (!target.isResolved() && !target.typeValue.isEmpty())
                values << target.typeValue;
        }
        if (values.isEmpty())
            return;
        m_found.push_back({QStringLiteral("type-value-without-table"),
                           ObjectRef(*relationship.typeColumn), FindingSeverity::Warning,
                           QStringLiteral("%1 may hold %2, for which there is no table.")
                               .arg(m_catalog.displayName(*relationship.typeColumn),
                                    values.join(QStringLiteral(", "))),
                           QStringLiteral("Check whether rows with this value are left over from a "
                                          "table that was dropped or renamed."),
                           index});
    }

    void findOrphans(const Relationship& relationship, int index)
    {
        const std::optional<Verification> checked =
            m_input.verifications ? m_input.verifications(relationship) : std::nullopt;
        if (!checked || checked->hasFailed())
            return;
        qint64 rows = 0;
        qint64 orphans = 0;
        for (const TargetVerification& target : checked->targets) {
            rows += target.hasTable ? target.rows : 0;
            orphans += target.hasTable ? target.orphans() : 0;
        }
        if (orphans == 0)
            return;
        m_found.push_back(
            {QStringLiteral("orphans"), ObjectRef(relationship.childColumns.front()),
             FindingSeverity::Warning,
             QStringLiteral("%1 of %2%3 in %4 %5 at no row of %6.")
                 .arg(groupedDigits(orphans),
                      checked->complete ? QString() : QStringLiteral("the sampled "),
                      countedNoun(rows, QStringLiteral("value"), QStringLiteral("values")),
                      endText(m_catalog, relationship.child, relationship.childColumns),
                      orphans == 1 ? QStringLiteral("points") : QStringLiteral("point"),
                      targetsText(m_catalog, relationship)),
             QStringLiteral("Repair these rows, set them to null or delete them before a foreign "
                            "key is declared; if that many never had a parent, reject the "
                            "relationship."),
             index});
    }

    void findMissingIndex(const Relationship& relationship, int index)
    {
        const Table& child = m_catalog.table(relationship.child);
        if (relationship.constraint || isView(child) ||
            hasIndexFor(m_catalog, relationship.child, relationship.childColumns))
            return;
        m_found.push_back(
            {QStringLiteral("missing-index"), ObjectRef(relationship.childColumns.front()),
             FindingSeverity::Note,
             QStringLiteral("%1 points at %2 without an index.")
                 .arg(endText(m_catalog, relationship.child, relationship.childColumns),
                      targetsText(m_catalog, relationship)),
             QStringLiteral("Add an index that begins with it: looking for the rows of one parent "
                            "reads the whole table."),
             index});
    }

    void findMisstatements()
    {
        if (!m_input.comments)
            return;
        for (const CommentMisstatement& one : m_input.comments->misstatements)
            m_found.push_back({QStringLiteral("comment-names-nothing"), one.object,
                               FindingSeverity::Warning,
                               QStringLiteral("The comment of %1 %2.")
                                   .arg(m_catalog.displayName(one.object), one.sentence),
                               QStringLiteral("Correct the comment, or take the reference out.")});
    }

    void findMissingSubtypes()
    {
        if (!m_input.allowedValues)
            return;
        for (const SubtypeFamily& family :
             subtypeFamilies(m_catalog, m_input.relationships, *m_input.allowedValues,
                             m_input.minimumConfidence)) {
            const QString sentence = missingSubtypesSentence(m_catalog, family);
            if (sentence.isEmpty())
                continue;
            m_found.push_back(
                {QStringLiteral("subtype-without-table"),
                 family.typeColumn ? ObjectRef(*family.typeColumn) : ObjectRef(family.parent),
                 FindingSeverity::Note, sentence,
                 QStringLiteral("Check whether rows of this kind need columns of their own.")});
        }
    }

    const FindingsInput& m_input;
    const Catalog& m_catalog;
    std::vector<Finding> m_found;
};

} // namespace

std::vector<Finding> relationshipFindings(const FindingsInput& input)
{
    return FindingsFinder(input).find();
}

} // namespace cadastre
