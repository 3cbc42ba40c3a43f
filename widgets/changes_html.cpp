// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The page about one change: every property before and after. Nothing of a database is markup.
#include "widgets/changes_lines.h"
#include "widgets/difference_html.h"
#include "widgets/icons.h"

#include <QCoreApplication>

namespace cadastre {

namespace {

struct ChangesPageWords
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::ChangesPanel)
};

constexpr std::size_t shownProperties = 200; ///< of one object; the rest is counted

QString mutedHtml(const QString& text)
{
    return QStringLiteral("<span style=\"color:%1\">%2</span>")
        .arg(mutedTextColor().name(), text.toHtmlEscaped());
}

QString valuesHtml(const PropertyChange& property)
{
    if (property.before.isEmpty() && property.after.isEmpty())
        return {};
    if (property.before.isEmpty())
        return QString(mutedHtml(ChangesPageWords::tr("Now:")) % plainTextHtml(property.after));
    if (property.after.isEmpty())
        return QString(mutedHtml(ChangesPageWords::tr("Was, and is not any more:")) %
                       plainTextHtml(property.before));
    const bool isLong = property.before.size() > 60 || property.after.size() > 60;
    const QString both =
        QString(mutedHtml(ChangesPageWords::tr("Before:")) % plainTextHtml(property.before) %
                mutedHtml(ChangesPageWords::tr("Now:")) % plainTextHtml(property.after));
    return isLong ? QString(both % mutedHtml(ChangesPageWords::tr("What differs:")) %
                            differenceHtml(property.before, property.after))
                  : both;
}

QString propertyHtml(const PropertyChange& property, bool isWhole)
{
    QString title = property.property;
    if (!isWhole)
        title += QString(QStringLiteral(" — ") % changeSeverityTitle(property.severity));
    QString html = QString(QStringLiteral("<p style=\"margin-bottom:2px\"><b>") %
                           title.toHtmlEscaped() % QStringLiteral("</b>"));
    if (!property.note.isEmpty())
        html += QString(QStringLiteral("<br>") % differenceSentence(property.note).toHtmlEscaped());
    return QString(html % QStringLiteral("</p>") % valuesHtml(property));
}

QString headHtml(const ObjectChange& change)
{
    QString html =
        QString(QStringLiteral("<h3 style=\"margin-bottom:2px\">") %
                withVisibleControls(change.name).toHtmlEscaped() % QStringLiteral("</h3><p>") %
                QString(changeKindWords(change) % QStringLiteral(", ") % changeSignWords(change) %
                        QStringLiteral(" — ") % changeSeverityTitle(change.severity))
                    .toHtmlEscaped());
    if (change.isRenamed())
        html += QString(
            QStringLiteral("<br>") %
            ChangesPageWords::tr("It was called %1 (%2).")
                .arg(withVisibleControls(change.keyBefore.parts.last()),
                     differenceSentence(renameReasonText(*change.renameReason, change.kind)))
                .toHtmlEscaped());
    if (!change.summary.isEmpty())
        html +=
            QString(QStringLiteral("<br>") % withVisibleControls(change.summary).toHtmlEscaped());
    if (!change.note.isEmpty())
        html += QString(QStringLiteral("<br>") % differenceSentence(change.note).toHtmlEscaped());
    return QString(html % QStringLiteral("</p>"));
}

} // namespace

QString changeHtml(const ChangesState& state, int row)
{
    const ObjectChange& change = state.difference.changes[row];
    QString html = headHtml(change);
    const std::size_t count = std::min(shownProperties, change.properties.size());
    for (std::size_t i = 0; i < count; ++i)
        html += propertyHtml(change.properties[i], change.sign != ChangeSign::Altered);
    if (count < change.properties.size())
        html +=
            QString(QStringLiteral("<p>") %
                    ChangesPageWords::tr("… and %1 more").arg(change.properties.size() - count) %
                    QStringLiteral("</p>"));
    return html;
}

} // namespace cadastre
