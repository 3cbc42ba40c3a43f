// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One function per part of the page; see the header.
#include "model/export/relations_summary.h"

#include "model/export/markdown_text.h"
#include "model/export/relation_rows.h"
#include "model/relations/count_text.h"

#include <QMap>

#include <algorithm>

namespace cadastre {

namespace {

/// More entries of one list than these are counted: it is to stay one page.
constexpr std::size_t mostConcepts = 25;
constexpr std::size_t mostFindingsOfARule = 10;
constexpr std::size_t mostUnrelated = 30;

/// SQLite has columns without a type.
QString typeText(const QString& type)
{
    return type.isEmpty() ? QStringLiteral("no type") : markdownText(type);
}

QString heading(const QString& text)
{
    return QStringLiteral("\n## %1\n\n").arg(text);
}

QString item(const QString& text)
{
    return QStringLiteral("- %1\n").arg(text);
}

QString moreItem(std::size_t count)
{
    return item(QStringLiteral("and %1 more").arg(groupedDigits(static_cast<qint64>(count))));
}

/// "51 tables (not counted: 15 views, 4 shadow tables)"
QString tablesText(const RelationsSummary& summary)
{
    const QString tables =
        countedNoun(summary.tables, QStringLiteral("table"), QStringLiteral("tables"));
    QStringList others;
    if (summary.views > 0)
        others << countedNoun(summary.views, QStringLiteral("view"), QStringLiteral("views"));
    if (summary.partitions > 0)
        others << countedNoun(summary.partitions, QStringLiteral("partition"),
                              QStringLiteral("partitions"));
    if (summary.shadowTables > 0)
        others << countedNoun(summary.shadowTables, QStringLiteral("shadow table"),
                              QStringLiteral("shadow tables"));
    return others.isEmpty() ? tables
                            : QStringLiteral("%1 (not counted: %2)")
                                  .arg(tables, others.join(QStringLiteral(", ")));
}

QString countsPart(const RelationsSummary& summary)
{
    QStringList parts;
    for (const OriginCount& origin : summary.origins)
        parts << QStringLiteral("%1 %2").arg(groupedDigits(origin.count),
                                             relationshipOriginName(origin.origin));
    QString text =
        QStringLiteral("# Relationships\n\n%1: %2.")
            .arg(tablesText(summary), parts.isEmpty() ? QStringLiteral("no relationships")
                                                      : parts.join(QStringLiteral(", ")));
    if (summary.weak > 0)
        text += QStringLiteral(" %1 less than %2 % sure and left out.")
                    .arg(countedNoun(summary.weak, QStringLiteral("more is"),
                                     QStringLiteral("more are")))
                    .arg(qRound(summary.minimumConfidence * 100));
    return text + QLatin1Char('\n');
}

QString verdictsPart(const RelationsSummary& summary)
{
    if (summary.verdicts.empty())
        return {};
    QString text = heading(QStringLiteral("What they are worth"));
    for (const VerdictCount& verdict : summary.verdicts)
        text += item(verdict.sentence);
    return text;
}

QString keysPart(const RelationsSummary& summary)
{
    if (summary.keys.keys.empty())
        return {};
    QStringList kinds;
    for (const TableKeyCount& count : summary.keys.keys)
        kinds << QStringLiteral("%1 %2").arg(tableKeyName(count.key), groupedDigits(count.tables));
    QString text = heading(QStringLiteral("Keys"));
    text += item(QStringLiteral("Primary keys: ") + kinds.join(QStringLiteral(", ")));
    QStringList types;
    for (const KeyTypeUse& use : summary.keys.types)
        types << QStringLiteral("%1 %2").arg(typeText(use.type), groupedDigits(use.tables));
    if (!types.isEmpty())
        text += item(QStringLiteral("Types: ") + types.join(QStringLiteral(", ")));
    return text;
}

QString typesOf(const Concept& one)
{
    QStringList types;
    for (const ConceptType& type : one.types)
        types << QStringLiteral("%1 %2").arg(typeText(type.type)).arg(type.count);
    return types.join(QStringLiteral(", "));
}

QString conceptItem(const Catalog& catalog, const Concept& one)
{
    QString text = markdownText(conceptSentence(catalog, one));
    if (one.types.size() > 1 || differingTypes(one) > 0)
        text += QStringLiteral(" (types: %1)").arg(typesOf(one));
    if (const int differing = differingTypes(one); differing > 0)
        text += QStringLiteral(" **%1 of %2 do not fit %3 of the key**")
                    .arg(differing)
                    .arg(one.count)
                    .arg(typeText(catalog.column(one.key).type));
    return item(text);
}

QString conceptsPart(const Catalog& catalog, const RelationsSummary& summary)
{
    if (summary.concepts.empty())
        return {};
    QString text = heading(QStringLiteral("What is pointed at"));
    for (std::size_t i = 0; i < std::min(summary.concepts.size(), mostConcepts); ++i)
        text += conceptItem(catalog, summary.concepts[i]);
    if (summary.concepts.size() > mostConcepts)
        text += moreItem(summary.concepts.size() - mostConcepts);
    return text;
}

bool haveOneSuggestion(const std::vector<const Finding*>& findings)
{
    return std::ranges::all_of(findings, [&](const Finding* one) {
        return one->suggestion == findings.front()->suggestion;
    });
}

/// A list of the findings of one rule; what to do stands above it where it is the same for all.
QString rulePart(const QString& rule, const std::vector<const Finding*>& findings)
{
    const bool isOneSuggestion = haveOneSuggestion(findings);
    QString text = QStringLiteral("\n**%1: %2**").arg(rule).arg(findings.size());
    if (isOneSuggestion)
        text += QLatin1Char(' ') + markdownText(findings.front()->suggestion);
    text += QStringLiteral("\n\n");
    for (std::size_t i = 0; i < std::min(findings.size(), mostFindingsOfARule); ++i)
        text +=
            item(isOneSuggestion ? markdownText(findings[i]->sentence)
                                 : QString(markdownText(findings[i]->sentence) + QLatin1Char(' ') +
                                           markdownText(findings[i]->suggestion)));
    if (findings.size() > mostFindingsOfARule)
        text += moreItem(findings.size() - mostFindingsOfARule);
    return text;
}

QString findingsPart(const RelationsSummary& summary)
{
    if (summary.findings.empty())
        return {};
    QStringList rules; // in the order of the findings: warnings first
    QMap<QString, std::vector<const Finding*>> ofRule;
    for (const Finding& finding : summary.findings) {
        if (!ofRule.contains(finding.rule))
            rules << finding.rule;
        ofRule[finding.rule].push_back(&finding);
    }
    QString text = QStringLiteral("\n## To look at\n");
    for (const QString& rule : rules)
        text += rulePart(rule, ofRule[rule]);
    return text;
}

QString unrelatedPart(const Catalog& catalog, const RelationsSummary& summary)
{
    if (summary.unrelated.empty())
        return {};
    QString text = heading(QStringLiteral("Tables without any relationship: %1")
                               .arg(groupedDigits(static_cast<qint64>(summary.unrelated.size()))));
    QStringList names;
    for (std::size_t i = 0; i < std::min(summary.unrelated.size(), mostUnrelated); ++i)
        names << markdownText(catalog.displayName(summary.unrelated[i]));
    text += names.join(QStringLiteral(", "));
    if (summary.unrelated.size() > mostUnrelated)
        text +=
            QStringLiteral(" and %1 more")
                .arg(groupedDigits(static_cast<qint64>(summary.unrelated.size() - mostUnrelated)));
    return text + QLatin1Char('\n');
}

} // namespace

QByteArray relationsSummaryMarkdown(const Catalog& catalog, const RelationsSummary& summary)
{
    const QString text = QString(countsPart(summary) + verdictsPart(summary) + keysPart(summary) +
                                 conceptsPart(catalog, summary) + findingsPart(summary) +
                                 unrelatedPart(catalog, summary));
    return text.toUtf8();
}

} // namespace cadastre
