// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Judges one relationship; the summary of many lives in verdict_summary.cpp.
#include "model/relations/verdict.h"

#include "model/relations/delete_effects.h"
#include "model/relations/key_types.h"

namespace cadastre {

namespace {

struct VerdictWords
{
    QLatin1String name;
    QLatin1String title;
};

VerdictWords verdictWords(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Declared:
        return {QLatin1String("declared"), QLatin1String("Declared")};
    case Verdict::DeclaredUnchecked:
        return {QLatin1String("declared-unchecked"), QLatin1String("Declared, not checked")};
    case Verdict::CouldBeDeclared:
        return {QLatin1String("could-be-declared"), QLatin1String("Could be declared")};
    case Verdict::TypesDiffer:
        return {QLatin1String("types-differ"), QLatin1String("Types differ")};
    case Verdict::Polymorphic:
        return {QLatin1String("polymorphic"), QLatin1String("Polymorphic")};
    case Verdict::AcrossDatabases:
        return {QLatin1String("across-databases"), QLatin1String("Across databases")};
    case Verdict::CannotBeDeclared:
        return {QLatin1String("cannot-be-declared"), QLatin1String("Cannot be declared as it is")};
    case Verdict::Rejected:
        return {QLatin1String("rejected"), QLatin1String("Rejected")};
    }
    Q_UNREACHABLE();
}

Engine engineOf(const Catalog& catalog, TableId table)
{
    return catalog.source(catalog.sourceOf(table)).engine;
}

bool isAcrossDatabases(const Catalog& catalog, const Relationship& relationship)
{
    const SourceId source = catalog.sourceOf(relationship.child);
    return std::any_of(relationship.targets.begin(), relationship.targets.end(),
                       [&](const RelationshipTarget& target) {
                           return target.isResolved() && catalog.sourceOf(target.table) != source;
                       });
}

bool isPolymorphic(const Relationship& relationship)
{
    return relationship.typeColumn || relationship.targets.size() != 1 ||
           !relationship.targets.front().isResolved();
}

/// What no server accepts and no cleaning of rows changes; null when there is no such thing.
const KeyObstacle* refusalAmong(const std::vector<KeyObstacle>& obstacles)
{
    const auto found = std::ranges::find_if(obstacles, [](const KeyObstacle& obstacle) {
        return obstacle.kind == KeyObstacleKind::NoTable ||
               obstacle.kind == KeyObstacleKind::ParentNotUnique;
    });
    return found == obstacles.end() ? nullptr : &*found;
}

QString cannotReason(const KeyObstacle& refusal)
{
    return refusal.kind == KeyObstacleKind::ParentNotUnique
               ? QString(refusal.sentence + QStringLiteral(" A foreign key needs a unique key "
                                                           "there first."))
               : refusal.sentence;
}

bool haveTypesThatDiffer(const Catalog& catalog, const Relationship& relationship)
{
    return judgeKeyTypes(catalog, relationship.childColumns, relationship.targets.front().columns)
               .fit == KeyTypeFit::TypesDiffer;
}

/// "PostgreSQL checks it: a delete is refused while rows point here (NO ACTION)".
QString checkedSentence(const Catalog& catalog, const Constraint& key)
{
    const Engine engine = engineOf(catalog, key.table);
    QString sentence =
        engine == Engine::Sqlite
            ? QStringLiteral("SQLite checks it for connections that switched foreign "
                             "keys on: ")
            : QString(engineName(engine) + QStringLiteral(" checks it: "));
    sentence += deleteRuleSentence(catalog, key);
    if (key.onUpdate == ReferentialAction::Cascade)
        sentence += QStringLiteral("; rows follow when the parent's key changes");
    else if (key.onUpdate != ReferentialAction::NoAction)
        sentence += QStringLiteral("; when the parent's key changes: ") +
                    referentialActionName(key.onUpdate);
    const KeyTypeJudgement types = judgeKeyTypes(catalog, key.columns, key.referencedColumns);
    if (types.fit == KeyTypeFit::TypesDiffer)
        sentence += QStringLiteral("; but the types differ: ") + types.reason;
    return sentence + QLatin1Char('.');
}

QString declaredReason(const Catalog& catalog, const Constraint& key)
{
    if (!key.enforced)
        return QStringLiteral(
                   "it is declared, but %1 does not enforce it: rows may point at nothing")
            .arg(engineName(engineOf(catalog, key.table)));
    if (!key.validated)
        return QStringLiteral("Rows that were there before it was declared were never checked; of "
                              "new ones %1")
            .arg(checkedSentence(catalog, key));
    return checkedSentence(catalog, key);
}

QString acrossReason(const Catalog& catalog, const Relationship& relationship)
{
    const auto nameOf = [&](TableId table) { return catalog.source(catalog.sourceOf(table)).name; };
    QStringList parents;
    for (const RelationshipTarget& target : relationship.targets) {
        if (target.isResolved() && !parents.contains(nameOf(target.table)))
            parents << nameOf(target.table);
    }
    return QStringLiteral("The child is in %1 and the parent in %2: no server sees both.")
        .arg(nameOf(relationship.child), parents.join(QLatin1String(", ")));
}

QString typesReason(const Catalog& catalog, const Relationship& relationship)
{
    for (const KeyObstacle& obstacle : findKeyObstacles(catalog, relationship, nullptr)) {
        if (obstacle.kind == KeyObstacleKind::TypesDiffer)
            return obstacle.sentence;
    }
    Q_UNREACHABLE();
}

QString polymorphicReason(const Catalog& catalog, const Relationship& relationship)
{
    if (!relationship.typeColumn)
        return QStringLiteral("It points at several tables, and a foreign key points at one only.");
    return QStringLiteral("The column %1 chooses the table, and a foreign key points at one only.")
        .arg(catalog.column(*relationship.typeColumn).name);
}

QString couldReason(Engine engine, const std::vector<KeyObstacle>& obstacles)
{
    const auto refusing = std::ranges::count_if(obstacles, &KeyObstacle::refuses);
    if (obstacles.empty())
        return QStringLiteral("Nothing stands in the way of a foreign key.");
    if (refusing == 0)
        return engine == Engine::Sqlite
                   ? QStringLiteral("The rows fit a foreign key today, but SQLite adds none to a "
                                    "table that exists: the table has to be made anew with it.")
                   : QStringLiteral("%1 would take a foreign key today.").arg(engineName(engine));
    return QStringLiteral("A foreign key is possible, but: %1").arg(obstacles.front().sentence);
}

} // namespace

Verdict verdictOf(const Catalog& catalog, const Relationship& relationship)
{
    if (relationship.origin == RelationshipOrigin::Rejected)
        return Verdict::Rejected;
    if (relationship.constraint) {
        const Constraint& key = catalog.constraint(*relationship.constraint);
        return key.enforced && key.validated ? Verdict::Declared : Verdict::DeclaredUnchecked;
    }
    if (isAcrossDatabases(catalog, relationship))
        return Verdict::AcrossDatabases;
    if (isPolymorphic(relationship))
        return Verdict::Polymorphic;
    if (haveTypesThatDiffer(catalog, relationship))
        return Verdict::TypesDiffer;
    if (refusalAmong(findKeyObstacles(catalog, relationship, nullptr)))
        return Verdict::CannotBeDeclared;
    return Verdict::CouldBeDeclared;
}

RelationshipVerdict judgeRelationship(const Catalog& catalog, const Relationship& relationship,
                                      const Verification* verification)
{
    RelationshipVerdict judged{verdictOf(catalog, relationship), {}, {}};
    switch (judged.verdict) {
    case Verdict::Declared:
    case Verdict::DeclaredUnchecked:
        judged.reason = declaredReason(catalog, catalog.constraint(*relationship.constraint));
        break;
    case Verdict::CouldBeDeclared:
        judged.obstacles = findKeyObstacles(catalog, relationship, verification);
        judged.reason = couldReason(engineOf(catalog, relationship.child), judged.obstacles);
        break;
    case Verdict::TypesDiffer:
        judged.reason = typesReason(catalog, relationship);
        break;
    case Verdict::Polymorphic:
        judged.reason = polymorphicReason(catalog, relationship);
        break;
    case Verdict::AcrossDatabases:
        judged.reason = acrossReason(catalog, relationship);
        break;
    case Verdict::CannotBeDeclared:
        judged.reason =
            cannotReason(*refusalAmong(findKeyObstacles(catalog, relationship, nullptr)));
        break;
    case Verdict::Rejected:
        judged.reason =
            relationship.reason.isEmpty()
                ? QStringLiteral("A person said that it is no relationship.")
                : QString(QStringLiteral("A person said that it is none: ") + relationship.reason);
        break;
    }
    return judged;
}

QString verdictName(Verdict verdict)
{
    return verdictWords(verdict).name;
}

std::optional<Verdict> verdictFromName(QStringView name)
{
    for (const Verdict verdict : allVerdicts) {
        if (verdictWords(verdict).name == name)
            return verdict;
    }
    return std::nullopt;
}

QString verdictTitle(Verdict verdict)
{
    return verdictWords(verdict).title;
}

} // namespace cadastre
