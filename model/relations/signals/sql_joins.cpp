// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// SQL that is kept in the database, or that programs send, joins the two columns.
#include "model/relations/engine/outside_evidence.h"
#include "model/relations/engine/signal.h"

namespace cadastre {

namespace {

const QStringList sqlJoinFeatures{
    QStringLiteral("one view, routine, trigger or file joins them"),
    QStringLiteral("two or more views, routines, triggers or files join them"),
    QStringLiteral("statements of programs join them"),
};

void measureSqlJoins(const PairContext& pair, FeatureList& features)
{
    const PairEvidence* outside = pair.outside();
    if (!outside)
        return;
    if (!outside->sqlPlaces.isEmpty())
        features.add(outside->sqlPlaces.size() == 1 ? 0 : 1);
    if (outside->statements > 0)
        features.add(2);
}

QString saySqlJoins(const PairContext& pair)
{
    const PairEvidence* outside = pair.outside();
    if (!outside)
        return {};
    const QStringList& places = outside->sqlPlaces;
    if (places.isEmpty())
        return QStringLiteral("%1 statements of programs join these columns")
            .arg(outside->statements);
    if (places.size() == 1)
        return QStringLiteral("`%1` joins these columns").arg(places.first());
    if (places.size() <= 3)
        return QStringLiteral("`%1` join these columns").arg(places.join(QStringLiteral("`, `")));
    return QStringLiteral("`%1`, `%2` and %3 others join these columns")
        .arg(places[0], places[1], QString::number(places.size() - 2));
}

} // namespace

Signal sqlJoinsSignal()
{
    return {QStringLiteral("sql-joins"), sqlJoinFeatures, measureSqlJoins, saySqlJoins};
}

} // namespace cadastre
