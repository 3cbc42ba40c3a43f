// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A difference for a terminal: compact, in the signs of version control.
#include "model/export/difference_formats.h"
#include "model/export/single_line.h"

namespace cadastre {

namespace {

/// On one line, without what a terminal would act on.
QString escapedForTerminal(QString text)
{
    text.replace(QLatin1Char('\n'), QLatin1String("\\n"));
    text.replace(QLatin1Char('\r'), QLatin1String("\\r"));
    text.replace(QLatin1Char('\t'), QLatin1String("\\t"));
    return asSingleLine(text);
}

QString textOr(const QString& text, const char* otherwise)
{
    return text.isEmpty() ? QString::fromLatin1(otherwise) : escapedForTerminal(text);
}

class DifferencePrinter
{
public:
    QByteArray print(const CatalogDifference& difference, const DifferenceSides& sides)
    {
        line(QStringLiteral("--- ") + escapedForTerminal(sides.before));
        line(QStringLiteral("+++ ") + escapedForTerminal(sides.after));
        for (const ObjectChange& change : difference.changes)
            printChange(change);
        if (!difference.relationships.empty())
            line(QStringLiteral("\nDeclared relationships:"));
        for (const RelationshipChange& one : difference.relationships)
            line(QStringLiteral("%1 %2 → %3")
                     .arg(changeSignText(one.added ? ChangeSign::Added : ChangeSign::Removed),
                          escapedForTerminal(one.child), escapedForTerminal(one.parent)));
        if (!difference.notCompared.empty())
            line(QStringLiteral("\nNot compared:"));
        for (const NotCompared& one : difference.notCompared)
            line(QStringLiteral("? %1: %2%3")
                     .arg(escapedForTerminal(one.what), escapedForTerminal(one.reason),
                          countText(one.objects)));
        line(QString(QLatin1Char('\n') + summaryOf(difference)));
        return m_text.toUtf8();
    }

private:
    void line(const QString& text) { m_text += QString(text + QLatin1Char('\n')); }

    static QString countText(int objects)
    {
        if (objects == 0)
            return {};
        return objects == 1 ? QStringLiteral(" (1 object)")
                            : QStringLiteral(" (%1 objects)").arg(objects);
    }

    static QString summaryOf(const CatalogDifference& difference)
    {
        const QString counts = countsText(difference.counts());
        const int breaking = difference.countOf(ChangeSeverity::Breaking);
        const QString sentence = counts.left(1).toUpper() + counts.mid(1);
        return breaking > 0 ? QStringLiteral("%1; %2 breaking.").arg(sentence).arg(breaking)
                            : QString(sentence + QLatin1Char('.'));
    }

    static QString marked(ChangeSeverity severity, const QString& note)
    {
        QString text = severity == ChangeSeverity::Breaking ? QStringLiteral("  !") : QString();
        if (!note.isEmpty())
            text += QString((text.isEmpty() ? QStringLiteral("  # ") : QStringLiteral(" ")) + note);
        return text;
    }

    void printChange(const ObjectChange& change)
    {
        QString head = QStringLiteral("%1 %2 %3")
                           .arg(changeSignText(change.sign), escapedForTerminal(change.kindName),
                                escapedForTerminal(change.name));
        if (change.isRenamed())
            head += QStringLiteral(" (was %1; %2)")
                        .arg(escapedForTerminal(change.keyBefore.parts.last()),
                             renameReasonText(*change.renameReason, change.kind));
        if (!change.summary.isEmpty())
            head += QString(QStringLiteral(": ") + escapedForTerminal(change.summary));
        const bool isItself = change.sign != ChangeSign::Altered || change.isRenamed();
        if (isItself)
            head += marked(change.severity, change.note);
        line(head);
        if (change.sign != ChangeSign::Altered)
            return;
        for (const PropertyChange& property : change.properties)
            printProperty(property);
    }

    void printProperty(const PropertyChange& property)
    {
        const bool isLong = property.before.contains(QLatin1Char('\n')) ||
                            property.after.contains(QLatin1Char('\n'));
        const QString tail = marked(property.severity, property.note);
        if (!isLong) {
            line(QStringLiteral("    %1: %2 → %3%4")
                     .arg(property.property, textOr(property.before, "(none)"),
                          textOr(property.after, "(none)"), tail));
            return;
        }
        line(QStringLiteral("    %1:%2").arg(property.property, tail));
        printLines(QStringLiteral("    - "), property.before);
        printLines(QStringLiteral("    + "), property.after);
    }

    void printLines(const QString& sign, const QString& text)
    {
        if (text.isEmpty())
            return;
        for (const QString& one : text.split(QLatin1Char('\n')))
            line(QString(sign + escapedForTerminal(one)));
    }

    QString m_text;
};

} // namespace

QByteArray differenceText(const CatalogDifference& difference, const DifferenceSides& sides)
{
    return DifferencePrinter().print(difference, sides);
}

const std::vector<DifferenceFormat>& differenceFormats()
{
    static const std::vector<DifferenceFormat> formats{
        {QStringLiteral("text"), differenceText},
        {QStringLiteral("markdown"), differenceMarkdown},
        {QStringLiteral("json"), differenceJson},
    };
    return formats;
}

QString differenceSideName(const Catalog& catalog)
{
    QStringList names;
    for (const Source& source : catalog.objects().sources)
        names << QStringLiteral("%1 (%2 %3)")
                     .arg(source.name, engineName(source.engine), source.serverVersion);
    return names.join(QStringLiteral(", "));
}

} // namespace cadastre
