// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/cli/man_page.h"

namespace cadastre {

namespace {

/// Text that roff prints as it is, also where it begins a line.
QString roff(const QString& text)
{
    QString escaped = text;
    escaped.replace(QLatin1Char('\\'), QStringLiteral("\\e"));
    escaped.replace(QLatin1Char('-'), QStringLiteral("\\-"));
    if (escaped.startsWith(QLatin1Char('.')) || escaped.startsWith(QLatin1Char('\'')))
        escaped.prepend(QStringLiteral("\\&"));
    return escaped;
}

QString section(const char* name)
{
    return QStringLiteral(".SH ") + QLatin1String(name) + QLatin1Char('\n');
}

QString optionText(const HelpOption& option)
{
    QString text = QStringLiteral(".TP\n\\fB%1\\fR").arg(roff(option.name));
    if (!option.valueName.isEmpty())
        text += QStringLiteral(" \\fI%1\\fR").arg(roff(option.valueName));
    return text + QLatin1Char('\n') + roff(option.text) + QLatin1Char('\n');
}

QString optionTexts(const std::vector<HelpOption>& options)
{
    QString text;
    for (const HelpOption& option : options)
        text += optionText(option);
    return text;
}

/// What to type, in as many lines as it takes, those after the first indented; what stands in
/// brackets stays together.
QString callText(const QString& synopsis)
{
    QString text;
    int depth = 0;
    for (const QChar letter : roff(synopsis)) {
        depth += letter == QLatin1Char('[') ? 1 : letter == QLatin1Char(']') ? -1 : 0;
        if (depth > 0 && letter == QLatin1Char(' '))
            text += QLatin1Char('\\');
        text += letter;
    }
    return QStringLiteral(".HP\ncadastre %1\n").arg(text);
}

QString commandText(const CliCommand& command)
{
    QString text =
        QStringLiteral(".SS cadastre %1\n%2\n").arg(roff(command.name), roff(command.summary));
    text += callText(command.synopsis);
    for (const HelpPart& part : helpParts(command)) {
        if (!part.action.isEmpty())
            text += QStringLiteral(".PP\n\\fBcadastre %1 %2\\fR: %3\n")
                        .arg(roff(command.name), roff(part.action), roff(part.summary));
        text += optionTexts(part.options);
        for (const QString& note : part.notes)
            text += QStringLiteral(".PP\n%1\n").arg(roff(note));
    }
    return text;
}

QString databases()
{
    return QStringLiteral(
        "\\fIDATABASE\\fR is the path of an SQLite file, a snapshot or a workspace, or a URL:\n"
        ".PP\n.nf\n"
        "postgresql://[USER@]HOST[:PORT]/DATABASE\n"
        "mariadb://[USER@]HOST[:PORT]/[DATABASE]\n"
        "mysql://[USER@]HOST[:PORT]/[DATABASE]\n"
        ".fi\n.PP\n"
        "A password in a URL is refused: use \\fI~/.pgpass\\fR, a service file, an option file, "
        "the "
        "keychain, or be asked.\n");
}

QString statusText()
{
    return QStringLiteral(".TP\n0\ndone, nothing to report\n"
                          ".TP\n1\ndone, and there is something to look at\n"
                          ".TP\n2\nnot done; one sentence on standard error says why\n");
}

QString filesText()
{
    return QStringLiteral(
        ".TP\n\\fI~/.config/cadastre/window.ini\\fR\nsettings and recent databases, without "
        "passwords\n"
        ".TP\n\\fI~/.local/share/cadastre\\fR\nunnamed workspaces, staged comments, the audit "
        "trail\n");
}

} // namespace

QString manPage(const std::vector<CliCommand>& commands, const std::vector<HelpOption>& common)
{
    QString text = QStringLiteral(".TH CADASTRE 1 \"\" \"Cadastre %1\" \"User Commands\"\n")
                       .arg(QStringLiteral(CADASTRE_VERSION));
    text += QStringLiteral(".nh\n.ad l\n"); // options and names are not taken apart
    text += section("NAME") +
            QStringLiteral("cadastre \\- the register of a database: see, relate, own, annotate\n");
    text +=
        section("SYNOPSIS") +
        callText(QStringLiteral("[--new-window] [--workspace FILE] [--ssh HOST] [DATABASE...]"));
    for (const CliCommand& command : commands)
        text += callText(command.synopsis);
    text += section("DESCRIPTION") +
            QStringLiteral("Without a command the window opens. What is open in a window already "
                           "is raised there, unless \\fB\\-\\-new\\-window\\fR asks for "
                           "another.\n.PP\n") +
            databases();
    text += section("COMMANDS");
    for (const CliCommand& command : commands)
        text += commandText(command);
    text += section("OPTIONS") + QStringLiteral("With every command:\n") + optionTexts(common);
    text += section("EXIT STATUS") + statusText();
    text += section("FILES") + filesText();
    return text;
}

} // namespace cadastre
