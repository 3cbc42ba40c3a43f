// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/changes_lines.h"

#include "widgets/icons.h"
#include "widgets/object_icons.h"

#include <QCoreApplication>
#include <QLocale>

#include <map>

namespace cadastre {

namespace {

struct ChangesWords
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::ChangesPanel)
};

IconTone toneOf(ChangeSeverity severity)
{
    switch (severity) {
    case ChangeSeverity::Breaking:
        return IconTone::Error;
    case ChangeSeverity::Notable:
        return IconTone::Warning;
    case ChangeSeverity::Harmless:
        return IconTone::Text;
    }
    Q_UNREACHABLE();
}

QIcon severityIcon(ChangeSeverity severity)
{
    return themedIcon(severity == ChangeSeverity::Harmless  ? QStringLiteral("info")
                      : severity == ChangeSeverity::Notable ? QStringLiteral("question")
                                                            : QStringLiteral("warning"),
                      toneOf(severity));
}

/// What a change is listed under: sorts as the headings do.
struct ChangeHeading
{
    int order = 0;
    QString title;

    auto operator<=>(const ChangeHeading&) const = delete;
    bool operator<(const ChangeHeading& other) const
    {
        return order != other.order ? order < other.order : title < other.title;
    }
};

QString tableTitle(const ObjectChange& change)
{
    const QStringList& parts = change.key.parts;
    const bool isInTable = change.kind == ObjectKind::Table || parts.size() > 2;
    return isInTable ? QStringList(parts.mid(0, 2)).join(QLatin1Char('.'))
                     : ChangesWords::tr("Beside tables");
}

ChangeHeading headingOf(const ObjectChange& change, ChangesGrouping grouping)
{
    switch (grouping) {
    case ChangesGrouping::Severity:
        return {-static_cast<int>(change.severity), changeSeverityTitle(change.severity)};
    case ChangesGrouping::Kind: {
        QString title = differenceSentence(differenceAreaName(change.area));
        title[0] = title[0].toUpper();
        return {static_cast<int>(change.area), title};
    }
    case ChangesGrouping::Table:
        return {change.kind == ObjectKind::Table || change.key.parts.size() > 2 ? 0 : 1,
                tableTitle(change)};
    }
    Q_UNREACHABLE();
}

/// Properties by name, or what it was.
QString whatChanged(const ObjectChange& change)
{
    if (change.sign != ChangeSign::Altered)
        return change.summary;
    QStringList words;
    if (change.isRenamed())
        words << ChangesWords::tr("was %1").arg(change.keyBefore.parts.last());
    for (const PropertyChange& property : change.properties)
        words << property.property;
    return words.join(QStringLiteral(", "));
}

QIcon changeIcon(const ChangesState& state, const ObjectChange& change)
{
    return change.after ? objectIcon(*state.after, *change.after)
                        : objectIcon(*state.before, *change.before);
}

QString toolTipOf(const ObjectChange& change)
{
    QStringList lines{QStringLiteral("%1 %2: %3")
                          .arg(changeKindWords(change), change.name, changeSignWords(change)),
                      whatChanged(change), differenceSentence(change.note)};
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString differenceSentence(const QString& english)
{
    return english.isEmpty()
               ? QString()
               : QCoreApplication::translate("cadastre::Difference", english.toUtf8().constData());
}

QString changeKindWords(const ObjectChange& change)
{
    return QCoreApplication::translate("cadastre::KindWords", change.kindName.toUtf8().constData());
}

QString changeSignWords(const ObjectChange& change)
{
    if (change.isRenamed())
        return ChangesWords::tr("~ renamed");
    switch (change.sign) {
    case ChangeSign::Added:
        return ChangesWords::tr("+ added");
    case ChangeSign::Removed:
        return ChangesWords::tr("− removed");
    case ChangeSign::Altered:
        return ChangesWords::tr("~ altered");
    }
    Q_UNREACHABLE();
}

QString changeSeverityTitle(ChangeSeverity severity)
{
    switch (severity) {
    case ChangeSeverity::Harmless:
        return ChangesWords::tr("Harmless");
    case ChangeSeverity::Notable:
        return ChangesWords::tr("Worth a look");
    case ChangeSeverity::Breaking:
        return ChangesWords::tr("Breaking");
    }
    Q_UNREACHABLE();
}

std::vector<GroupedModel::Group> groupedChanges(const ChangesState& state, ChangesGrouping grouping)
{
    std::map<ChangeHeading, GroupedModel::Group> groups;
    const auto& changes = state.difference.changes;
    for (int row = 0; row < static_cast<int>(changes.size()); ++row) {
        const ChangeHeading heading = headingOf(changes[row], grouping);
        GroupedModel::Group& group = groups[heading];
        group.title = heading.title;
        if (grouping == ChangesGrouping::Severity)
            group.icon = severityIcon(changes[row].severity);
        group.rows.push_back(row);
    }
    std::vector<GroupedModel::Group> ordered;
    for (auto& [heading, group] : groups) {
        group.quiet = QLocale().toString(static_cast<qlonglong>(group.rows.size()));
        ordered.push_back(std::move(group));
    }
    return ordered;
}

QVariant changeRowData(const ChangesState& state, int row, int role)
{
    const ObjectChange& change = state.difference.changes[row];
    switch (role) {
    case Qt::DisplayRole:
        return change.name;
    case GroupedModel::QuietTextRole: {
        const QString what = whatChanged(change);
        return what.isEmpty() ? changeSignWords(change)
                              : QString(changeSignWords(change) % QStringLiteral(" · ") % what);
    }
    case Qt::DecorationRole:
        return changeIcon(state, change);
    case Qt::ToolTipRole:
        return toolTipOf(change);
    case Qt::AccessibleTextRole:
        return QString(changeSeverityTitle(change.severity) % QStringLiteral(": ") %
                       toolTipOf(change));
    default:
        return {};
    }
}

} // namespace cadastre
