// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/relationship_html.h"

#include "diagram/relationship_text.h"
#include "model/relations/relationship_names.h"
#include "widgets/icons.h"
#include "widgets/inspector_html.h"
#include "widgets/plain_sentence.h"
#include "widgets/review_model.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace cadastre {

namespace {

constexpr QLatin1String alternativeScheme("alternative:");

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::ReviewPanel)
};

/// Escaped; long names may break after their separators.
QString breakableHtml(const QString& text)
{
    QString html;
    for (const QChar c : text.toHtmlEscaped()) {
        html += c;
        if (c == QLatin1Char('_') || c == QLatin1Char('.'))
            html += QChar(0x200b); // zero width space
    }
    return html;
}

QString pageStyle()
{
    return QStringLiteral("<style>a{color:%1;text-decoration:none}h4{margin:8px 0 2px 0}"
                          "p{margin:2px 0}td{padding:1px 6px 1px 0}.quiet{color:%2}"
                          ".for{color:%3}.against{color:%4}</style>")
        .arg(toneColor(IconTone::Accent).name(), mutedTextColor().name(),
             toneColor(IconTone::Success).name(), toneColor(IconTone::Error).name());
}

QString endLink(const Catalog& catalog, TableId table, const std::vector<ColumnId>& columns)
{
    const ObjectRef object = columns.size() == 1 ? ObjectRef(columns.front()) : ObjectRef(table);
    return QStringLiteral("<a href=\"%1\">%2</a>")
        .arg(objectLink(object), breakableHtml(endText(catalog, table, columns)));
}

QString targetLine(const Catalog& catalog, const RelationshipTarget& target)
{
    QString html = target.isResolved() ? endLink(catalog, target.table, target.columns)
                                       : breakableHtml(targetText(catalog, target));
    if (target.isResolved() && !target.typeValue.isEmpty()) {
        html += QStringLiteral(" <span class=\"quiet\">%1</span>")
                    .arg(Words::tr("for “%1”").arg(target.typeValue).toHtmlEscaped());
    }
    return html;
}

QString headHtml(const Catalog& catalog, const Relationship& relationship,
                 const RelationshipPage& page)
{
    QString html = QStringLiteral("<p><b>%1 →</b>")
                       .arg(endLink(catalog, relationship.child, relationship.childColumns));
    const bool one = relationship.targets.size() == 1;
    for (const RelationshipTarget& target : relationship.targets)
        html += (one ? QStringLiteral(" ") : QStringLiteral("<br>&nbsp;&nbsp;")) %
                targetLine(catalog, target);
    html += QStringLiteral("</p>");
    QString state = page.origin == RelationshipOrigin::Inferred ? Words::tr("Inferred")
                                                                : originText(page.origin);
    state[0] = state[0].toUpper();
    if (page.origin == RelationshipOrigin::Inferred) {
        state += Words::tr(", %1 probable").arg(confidenceText(relationship.confidence));
    }
    if (relationship.typeColumn) {
        state += Words::tr("; the table is chosen by %1")
                     .arg(catalog.column(*relationship.typeColumn).name);
    }
    if (relationship.arc)
        state += Words::tr("; exactly one of several columns is set");
    if (relationship.subtype)
        state += Words::tr("; each row is a kind of the other row");
    html += QStringLiteral("<p class=\"quiet\">%1</p>").arg(state.toHtmlEscaped());
    return html;
}

/// More than the 0.0 that it would be shown as.
bool weighsSomething(const Evidence& reason)
{
    return std::abs(reason.weight) >= 0.05;
}

QString evidenceHtml(const std::vector<Evidence>& evidence)
{
    if (std::ranges::none_of(evidence, weighsSomething))
        return {};
    QString html = QStringLiteral("<h4>%1</h4><table cellspacing=\"0\">")
                       .arg(Words::tr("Why (points for and against)"));
    for (const Evidence& reason : evidence) {
        if (!weighsSomething(reason))
            continue;
        const bool speaksFor = reason.weight >= 0;
        html +=
            QStringLiteral("<tr><td class=\"%1\" align=\"right\" valign=\"top\" "
                           "style=\"white-space:nowrap\"><b>%2</b>&nbsp;%3</td><td>%4</td></tr>")
                .arg(speaksFor ? QStringLiteral("for") : QStringLiteral("against"),
                     speaksFor ? QStringLiteral("+") : QStringLiteral("−"),
                     QLocale().toString(std::abs(reason.weight), 'f', 1),
                     plainSentence(reason.sentence).toHtmlEscaped());
    }
    return QString(html % QStringLiteral("</table>"));
}

/// What the evidence does not say yet: examples, and why nothing could be checked.
QString checkHtml(const Relationship& relationship, const Verification* check)
{
    if (check == nullptr)
        return {};
    QString html;
    const QString sentence = verificationSentence(*check);
    const auto says = [&](const Evidence& reason) { return reason.sentence.contains(sentence); };
    if (std::ranges::none_of(relationship.evidence, says))
        html += QStringLiteral("<p>%1</p>").arg(sentence.toHtmlEscaped());
    for (const TargetVerification& target : check->targets) {
        if (target.orphanExamples.isEmpty())
            continue;
        html += QStringLiteral("<p>%1 %2</p>")
                    .arg(Words::tr("Without a row there, for example:").toHtmlEscaped(),
                         target.orphanExamples.join(QStringLiteral(", ")).toHtmlEscaped());
    }
    if (html.isEmpty())
        return {};
    return QString(QStringLiteral("<h4>%1</h4>").arg(Words::tr("Checked with data")) % html);
}

QString verdictHtml(const QString& verdict)
{
    if (verdict.isEmpty())
        return {};
    const QString text = verdict.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
    return QStringLiteral("<h4>%1</h4><p>%2</p>").arg(Words::tr("What it is worth"), text);
}

QString alternativesHtml(const Catalog& catalog, const Relationship& relationship)
{
    if (relationship.alternatives.empty())
        return {};
    QString html =
        QStringLiteral("<h4>%1</h4>").arg(Words::tr("It could also be (click to choose)"));
    for (std::size_t i = 0; i < relationship.alternatives.size(); ++i) {
        const RelationshipAlternative& other = relationship.alternatives[i];
        const QString percent = confidenceText(other.confidence);
        html += QStringLiteral("<p><a href=\"%1%2\">%3</a> <span class=\"quiet\">%4</span></p>")
                    .arg(alternativeScheme, QString::number(i),
                         breakableHtml(targetText(catalog, other.target)), percent);
    }
    return html;
}

} // namespace

QString relationshipHtml(const Catalog& catalog, const Relationship& relationship,
                         const RelationshipPage& page)
{
    QString html = pageStyle();
    if (page.members > 1) {
        html += QStringLiteral("<p>%1</p>")
                    .arg(Words::tr("%Ln columns of this name. The first of them:", nullptr,
                                   page.members));
    }
    html += headHtml(catalog, relationship, page) + evidenceHtml(relationship.evidence) +
            alternativesHtml(catalog, relationship) + checkHtml(relationship, page.check) +
            verdictHtml(page.verdict);
    return html;
}

std::optional<int> alternativeFromLink(const QString& link)
{
    if (!link.startsWith(alternativeScheme))
        return std::nullopt;
    return link.mid(alternativeScheme.size()).toInt();
}

} // namespace cadastre
