// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// See the header.
#include "tests/fit/scores.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <map>

namespace cadastre::fit {

namespace {

constexpr double accepted = 0.5;
constexpr double certain = 0.9;

enum class Judgement { Right, Wrong, Neutral };

struct JudgedReference
{
    TrueReference reference;
    double confidence;
    Judgement judgement;
};

TrueReference referenceOf(const Relationship& relationship)
{
    TrueReference pairs;
    const auto& keys = relationship.targets.front().columns;
    for (std::size_t i = 0; i < relationship.childColumns.size(); ++i)
        pairs.emplace_back(relationship.childColumns[i], keys[i]);
    std::ranges::sort(pairs);
    return pairs;
}

bool isPartOf(const std::pair<ColumnId, ColumnId>& pair, const TrueReference& reference)
{
    return reference.size() > 1 && std::ranges::find(reference, pair) != reference.end();
}

Judgement judge(const CorpusSchema& schema, const TrueReference& reference)
{
    if (schema.truth.contains(reference))
        return Judgement::Right;
    if (schema.forgottenReferences.contains(reference))
        return Judgement::Neutral;
    if (reference.size() > 1)
        return Judgement::Wrong;
    const auto& [child, key] = reference.front();
    const bool isPart = std::ranges::any_of(
        schema.truth, [&](const TrueReference& one) { return isPartOf(reference.front(), one); });
    if (isPart)
        return Judgement::Neutral;
    const auto pair = schema.polymorphic.constFind(child);
    const bool isListed =
        pair != schema.polymorphic.constEnd() &&
        (pair->targets.isEmpty() || pair->targets.contains(schema.catalog->column(key).table));
    return isListed ? Judgement::Neutral : Judgement::Wrong;
}

/// One per reference, most confident first.
std::vector<JudgedReference> judgeAll(const CorpusSchema& schema,
                                      const std::vector<Relationship>& relationships)
{
    std::map<TrueReference, double> best;
    for (const Relationship& relationship : relationships) {
        if (relationship.typeColumn || relationship.targets.empty() ||
            !relationship.targets.front().isResolved())
            continue;
        double& confidence = best[referenceOf(relationship)];
        confidence = std::max(confidence, relationship.confidence);
    }
    std::vector<JudgedReference> all;
    for (const auto& [reference, confidence] : best)
        all.push_back({reference, confidence, judge(schema, reference)});
    std::ranges::stable_sort(all, std::greater(), &JudgedReference::confidence);
    return all;
}

double ratio(int part, int whole, double ofNothing)
{
    return whole > 0 ? double(part) / whole : ofNothing;
}

double largestRecallAt95(const std::vector<JudgedReference>& all, int truths)
{
    int right = 0;
    int wrong = 0;
    double recall = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        right += all[i].judgement == Judgement::Right ? 1 : 0;
        wrong += all[i].judgement == Judgement::Wrong ? 1 : 0;
        const bool lastOfTies = i + 1 == all.size() || all[i + 1].confidence < all[i].confidence;
        if (lastOfTies && right + wrong > 0 && ratio(right, right + wrong, 0) >= 0.95)
            recall = ratio(right, truths, 0);
    }
    return recall;
}

/// Columns of which the truth says where they point, as sets.
std::set<std::vector<ColumnId>> labelledColumns(const CorpusSchema& schema)
{
    std::set<std::vector<ColumnId>> columns;
    for (const TrueReference& reference : schema.truth) {
        std::vector<ColumnId> children;
        for (const auto& [child, key] : reference)
            children.push_back(child);
        columns.insert(std::move(children));
    }
    return columns;
}

bool hasLabel(const std::set<std::vector<ColumnId>>& labels, const TrueReference& reference)
{
    std::vector<ColumnId> children;
    for (const auto& [child, key] : reference)
        children.push_back(child);
    return labels.contains(children);
}

void scorePairs(const CorpusSchema& schema, const std::vector<Relationship>& relationships,
                SchemaScore& score)
{
    score.pairs = static_cast<int>(schema.polymorphic.size());
    for (const Relationship& relationship : relationships) {
        if (!relationship.typeColumn || relationship.confidence < accepted)
            continue;
        const auto truth = schema.polymorphic.constFind(relationship.childColumns.front());
        const bool found =
            truth != schema.polymorphic.constEnd() && truth->type == relationship.typeColumn;
        (found ? score.pairsFound : score.pairs > 0 ? score.pairsWrong : score.pairsUnknown) += 1;
    }
}

QString qualifiedName(const Catalog& catalog, TableId id)
{
    const Table& table = catalog.table(id);
    const QString schema = catalog.schema(table.schema).name;
    return schema == QLatin1String("public") ? table.name
                                             : QString(schema + QLatin1Char('.') + table.name);
}

QString columnNames(const Catalog& catalog, const std::vector<ColumnId>& columns)
{
    QStringList names;
    for (const ColumnId column : columns)
        names << catalog.column(column).name;
    return names.join(QLatin1Char(','));
}

} // namespace

double SchemaScore::f1() const
{
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
}

SchemaScore scoreOf(const CorpusSchema& schema, const std::vector<Relationship>& relationships)
{
    SchemaScore score;
    score.name = schema.name;
    const std::vector<JudgedReference> all = judgeAll(schema, relationships);
    const auto labels = labelledColumns(schema);
    int right = 0;
    int judged = 0;
    int labelled = 0;
    for (const JudgedReference& one : all) {
        if (one.judgement == Judgement::Neutral || one.confidence < accepted)
            continue;
        const int isRight = one.judgement == Judgement::Right ? 1 : 0;
        right += isRight;
        judged += 1;
        labelled += hasLabel(labels, one.reference) ? 1 : 0;
        score.sure += one.confidence >= certain ? 1 : 0;
        score.sureRight += one.confidence >= certain ? isRight : 0;
    }
    const int truths = static_cast<int>(schema.truth.size()) + schema.missing;
    score.precision = ratio(right, judged, truths > 0 ? 0 : 1);
    score.recall = ratio(right, truths, 1);
    score.labelled = ratio(right, labelled, 0);
    score.recallAt95 = largestRecallAt95(all, truths);
    scorePairs(schema, relationships, score);
    return score;
}

double MeanScore::pairRecall() const
{
    return ratio(pairsFound, pairs, 1);
}

double MeanScore::pairPrecision() const
{
    return ratio(pairsFound, pairsFound + pairsWrong, 1);
}

MeanScore meanOf(const std::vector<SchemaScore>& scores)
{
    MeanScore mean;
    mean.schemas = static_cast<int>(scores.size());
    int sureRight = 0;
    int withSure = 0;
    for (const SchemaScore& score : scores) {
        mean.precision += score.precision / mean.schemas;
        mean.recall += score.recall / mean.schemas;
        mean.f1 += score.f1() / mean.schemas;
        mean.labelled += score.labelled / mean.schemas;
        mean.recallAt95 += score.recallAt95 / mean.schemas;
        mean.sure += score.sure;
        sureRight += score.sureRight;
        withSure += score.sure > 0 ? 1 : 0;
        mean.sureShare += ratio(score.sureRight, score.sure, 0);
        mean.pairs += score.pairs;
        mean.pairsFound += score.pairsFound;
        mean.pairsWrong += score.pairsWrong;
        mean.pairsUnknown += score.pairsUnknown;
    }
    mean.sureShare = withSure > 0 ? mean.sureShare / withSure : 1;
    mean.sureOfAll = ratio(sureRight, mean.sure, 1);
    return mean;
}

Result<Nothing> writePredictions(const QString& folder, const CorpusSchema& schema,
                                 const std::vector<Relationship>& relationships)
{
    QDir().mkpath(folder);
    QFile file(QDir(folder).filePath(schema.name + QStringLiteral(".tsv")));
    if (!file.open(QIODevice::WriteOnly))
        return Error{QStringLiteral("%1 cannot be written.").arg(file.fileName()), {}};
    file.write("child_table\tchild_columns\tparent_table\tparent_columns\tconfidence\n");
    const Catalog& catalog = *schema.catalog;
    for (const Relationship& relationship : relationships) {
        std::vector<ColumnId> columns = relationship.childColumns;
        if (relationship.typeColumn)
            columns.push_back(*relationship.typeColumn);
        for (const RelationshipTarget& target : relationship.targets) {
            const bool known = target.isResolved();
            const QStringList fields{
                qualifiedName(catalog, relationship.child), columnNames(catalog, columns),
                known ? qualifiedName(catalog, target.table) : QStringLiteral("?"),
                known ? columnNames(catalog, target.columns) : QStringLiteral("?"),
                QString::number(relationship.confidence, 'f', 4)};
            file.write(fields.join(QLatin1Char('\t')).toUtf8() + '\n');
        }
    }
    return ok();
}

} // namespace cadastre::fit
