// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Counts verdicts and says in one sentence each what they come to.
#include "model/relations/count_text.h"
#include "model/relations/verdict.h"

#include <QMap>

namespace cadastre {

namespace {

struct VerdictTally
{
    int count = 0;
    QMap<KeyObstacleKind, int> obstacles; ///< relationships with at least one of the kind
    int withoutObstacle = 0;
    int withoutParentKey = 0; ///< that cannot be declared for want of a unique parent
    int onSqlite = 0;         ///< where each connection chooses whether keys are checked
};

/// The first reason of those that cannot be declared: no view, no storage without keys.
bool lacksParentKey(const Catalog& catalog, const Relationship& relationship)
{
    return std::ranges::none_of(
        findKeyObstacles(catalog, relationship, nullptr),
        [](const KeyObstacle& one) { return one.kind == KeyObstacleKind::NoTable; });
}

QString countedRelationships(int count)
{
    return countedNoun(count, QStringLiteral("relationship"), QStringLiteral("relationships"));
}

QString needSentence(KeyObstacleKind kind)
{
    switch (kind) {
    case KeyObstacleKind::TypeToChange:
        return QStringLiteral("%1 after a type is changed");
    case KeyObstacleKind::Orphans:
        return QStringLiteral("%1 after orphans are cleaned up");
    case KeyObstacleKind::Sentinels:
        return QStringLiteral("%1 after 0, -1 and the like became null");
    case KeyObstacleKind::NotChecked:
        return QStringLiteral("%1 not or not wholly checked with data");
    case KeyObstacleKind::MissingIndex:
        return QStringLiteral("%1 without an index on the child");
    case KeyObstacleKind::RowsToLock:
        return QStringLiteral("%1 with rows to read or copy for it");
    case KeyObstacleKind::NoSingleParent:
    case KeyObstacleKind::OtherDatabase:
    case KeyObstacleKind::NoTable:
    case KeyObstacleKind::ParentNotUnique:
    case KeyObstacleKind::TypesDiffer:
        break; // of other verdicts
    }
    Q_UNREACHABLE();
}

QString couldSentence(const VerdictTally& tally)
{
    QStringList parts;
    if (tally.withoutObstacle > 0)
        parts << QStringLiteral("%1 as they are").arg(tally.withoutObstacle);
    for (auto it = tally.obstacles.begin(); it != tally.obstacles.end(); ++it) {
        const bool isOfAll = it.key() == KeyObstacleKind::NotChecked && it.value() == tally.count;
        parts << (isOfAll ? QStringLiteral("none wholly checked with data yet")
                          : needSentence(it.key()).arg(it.value()));
    }
    return QStringLiteral("%1 could be declared: %2.")
        .arg(countedRelationships(tally.count), parts.join(QLatin1String(", ")));
}

/// "3 relationships cannot be declared as they are: 2 with a parent that ..., 1 with an end that
/// ..."
QString cannotSentence(const VerdictTally& tally)
{
    QStringList parts;
    if (tally.withoutParentKey > 0)
        parts << QStringLiteral("%1 with a parent that is neither a primary key nor unique")
                     .arg(tally.withoutParentKey);
    if (tally.withoutParentKey < tally.count)
        parts << QStringLiteral("%1 with an end that takes no foreign keys (a view, or a storage "
                                "without them)")
                     .arg(tally.count - tally.withoutParentKey);
    return QStringLiteral("%1 cannot be declared as %2: %3.")
        .arg(countedRelationships(tally.count),
             tally.count == 1 ? QStringLiteral("it is") : QStringLiteral("they are"),
             parts.join(QLatin1String(", ")));
}

QString summarySentence(Verdict verdict, const VerdictTally& tally)
{
    const QString subject = countedRelationships(tally.count) + QLatin1Char(' ');
    const auto say = [&](const QString& ofOne, const QString& ofSeveral) {
        return QString(subject + (tally.count == 1 ? ofOne : ofSeveral));
    };
    const QString is = say(QStringLiteral("is "), QStringLiteral("are "));
    switch (verdict) {
    case Verdict::Declared:
        if (tally.onSqlite == tally.count)
            return is + QStringLiteral("declared, and checked for connections that switched "
                                       "foreign keys on.");
        return is + QStringLiteral("declared and checked by the server.");
    case Verdict::DeclaredUnchecked:
        return is + QStringLiteral("declared, but not enforced or not validated for older rows.");
    case Verdict::CouldBeDeclared:
        return couldSentence(tally);
    case Verdict::TypesDiffer:
        return say(QStringLiteral("cannot hold as it is"),
                   QStringLiteral("cannot hold as they are")) +
               QStringLiteral(": the types of the two ends differ.");
    case Verdict::Polymorphic:
        return is + QStringLiteral(
                        "polymorphic: another column chooses the table, so no key is possible.");
    case Verdict::AcrossDatabases:
        return say(QStringLiteral("crosses"), QStringLiteral("cross")) +
               QStringLiteral(" databases: no server can check that.");
    case Verdict::CannotBeDeclared:
        return cannotSentence(tally);
    case Verdict::Rejected:
        return say(QStringLiteral("was"), QStringLiteral("were")) +
               QStringLiteral(" rejected by a person.");
    }
    Q_UNREACHABLE();
}

} // namespace

std::vector<VerdictCount> verdictSummary(const Catalog& catalog,
                                         const std::vector<Relationship>& relationships,
                                         const VerificationLookup& verifications)
{
    QMap<Verdict, VerdictTally> tallies;
    for (const Relationship& relationship : relationships) {
        const std::optional<Verification> verification =
            verifications ? verifications(relationship) : std::nullopt;
        const RelationshipVerdict judged =
            judgeRelationship(catalog, relationship, verification ? &*verification : nullptr);
        VerdictTally& tally = tallies[judged.verdict];
        ++tally.count;
        tally.onSqlite +=
            catalog.source(catalog.sourceOf(relationship.child)).engine == Engine::Sqlite ? 1 : 0;
        tally.withoutObstacle += judged.obstacles.empty() ? 1 : 0;
        tally.withoutParentKey +=
            judged.verdict == Verdict::CannotBeDeclared && lacksParentKey(catalog, relationship)
                ? 1
                : 0;
        QMap<KeyObstacleKind, int> own;
        for (const KeyObstacle& obstacle : judged.obstacles)
            own[obstacle.kind] = 1;
        for (auto it = own.begin(); it != own.end(); ++it)
            ++tally.obstacles[it.key()];
    }
    std::vector<VerdictCount> counts;
    for (const Verdict verdict : allVerdicts) {
        if (tallies.contains(verdict))
            counts.push_back(
                {verdict, tallies[verdict].count, summarySentence(verdict, tallies[verdict])});
    }
    return counts;
}

} // namespace cadastre
