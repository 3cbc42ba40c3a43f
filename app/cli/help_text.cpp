// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/cli/help_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace cadastre {

namespace {

/// "text (default), tsv or json" lists words; a sentence lists none.
QStringList listedWords(const QString& text)
{
    static const QRegularExpression brackets(QStringLiteral(" \\([^)]*\\)"));
    static const QRegularExpression separators(QStringLiteral(", | or "));
    static const QRegularExpression word(QStringLiteral("^[a-z][a-z0-9-]*$"));
    QString list = QString(text).remove(brackets);
    list.truncate(list.indexOf(QLatin1Char(';')) < 0 ? list.size()
                                                     : list.indexOf(QLatin1Char(';')));
    const QStringList words = list.split(separators);
    const bool areWords = words.size() > 1 && std::ranges::all_of(words, [](const QString& each) {
                              return word.match(each).hasMatch();
                          });
    return areWords ? words : QStringList();
}

/// "  --format FORMAT  text": name, perhaps a value (in small letters it is the only one), two
/// blanks, text.
std::optional<HelpOption> optionOf(const QString& line)
{
    static const QRegularExpression shape(
        QStringLiteral("^  (--?[a-z][a-z-]*)(?: ([A-Za-z][A-Za-z0-9_,.=|:\\[\\]]*))?  +(\\S.*)$"));
    const auto match = shape.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    HelpOption option{match.captured(1), match.captured(2), match.captured(3), {}};
    if (!option.valueName.isEmpty())
        option.values = option.valueName == option.valueName.toLower()
                            ? QStringList(option.valueName)
                            : listedWords(option.text);
    return option;
}

/// The synopsis may list more than the help's sentence: "[--format tsv|json]".
void takeValuesOf(const QString& synopsis, HelpOption& option)
{
    const QRegularExpression list(QRegularExpression::escape(option.name) +
                                  QStringLiteral(" ([a-z]+(?:\\|[a-z]+)+)"));
    const auto match = list.match(synopsis);
    if (match.hasMatch())
        option.values = match.captured(1).split(QLatin1Char('|'));
}

/// "boundaries check: what crosses" begins the part of an action.
std::optional<HelpPart> headingOf(const QString& line, const QString& command)
{
    if (!line.startsWith(command + QLatin1Char(' ')))
        return std::nullopt;
    const qsizetype colon = line.indexOf(QStringLiteral(": "));
    if (colon < 0)
        return std::nullopt;
    HelpPart part;
    part.action = line.mid(command.size() + 1, colon - command.size() - 1);
    part.summary = line.mid(colon + 2);
    return part;
}

} // namespace

std::vector<HelpPart> helpParts(const CliCommand& command)
{
    std::vector<HelpPart> parts{{}};
    for (const QString& line : command.help.split(QLatin1Char('\n'))) {
        if (line.trimmed().isEmpty())
            continue;
        if (auto heading = headingOf(line, command.name))
            parts.push_back(std::move(*heading));
        else if (auto option = optionOf(line))
            parts.back().options.push_back(std::move(*option));
        else
            parts.back().notes << line.trimmed();
    }
    for (HelpPart& part : parts) {
        for (HelpOption& option : part.options)
            takeValuesOf(command.synopsis, option);
    }
    if (parts.front() == HelpPart{} && parts.size() > 1)
        parts.erase(parts.begin());
    return parts;
}

std::vector<HelpOption> helpOptions(const QString& help)
{
    CliCommand command;
    command.help = help;
    return helpParts(command).front().options;
}

} // namespace cadastre
