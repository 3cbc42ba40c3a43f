// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/cli/completion.h"

namespace cadastre {

namespace {

/// What may stand behind "cadastre COMMAND" or "cadastre COMMAND ACTION".
struct Place
{
    QString words; ///< "boundaries check"
    std::vector<HelpOption> options;
};

std::vector<Place> placesOf(const CliCommand& command, const std::vector<HelpOption>& common)
{
    std::vector<Place> places;
    for (const HelpPart& part : helpParts(command)) {
        Place place{command.name, part.options};
        if (!part.action.isEmpty())
            place.words += QLatin1Char(' ') + part.action;
        place.options.insert(place.options.end(), common.begin(), common.end());
        places.push_back(std::move(place));
    }
    return places;
}

QStringList actionsOf(const CliCommand& command)
{
    QStringList names;
    for (const HelpPart& part : helpParts(command)) {
        if (!part.action.isEmpty())
            names << part.action;
    }
    return names;
}

QString quoted(const QString& text)
{
    QString inside = text;
    return QLatin1Char('\'') + inside.replace(QLatin1Char('\''), QStringLiteral("'\\''")) +
           QLatin1Char('\'');
}

QStringList namesOf(const std::vector<CliCommand>& commands)
{
    QStringList names;
    for (const CliCommand& command : commands)
        names << command.name;
    return names;
}

/// One line of the table that the scripts of bash and zsh look things up in.
QString caseLine(const QString& pattern, const QStringList& words)
{
    return QStringLiteral("        %1) found=%2 ;;\n")
        .arg(quoted(pattern), quoted(words.join(QLatin1Char(' '))));
}

QString tables(const std::vector<CliCommand>& commands, const std::vector<HelpOption>& common)
{
    QString actions;
    QString options;
    QString values;
    for (const CliCommand& command : commands) {
        if (const QStringList names = actionsOf(command); !names.isEmpty())
            actions += caseLine(command.name, names);
        for (const Place& place : placesOf(command, common)) {
            QStringList names;
            for (const HelpOption& option : place.options) {
                names << option.name;
                if (!option.values.isEmpty())
                    values += caseLine(place.words + QLatin1Char(' ') + option.name, option.values);
            }
            options += caseLine(place.words, names);
        }
    }
    return QStringLiteral("_cadastre_words() { # TABLE KEY\n    found=''\n    case $1 in\n"
                          "    actions) case $2 in\n%1    esac ;;\n"
                          "    options) case $2 in\n%2    esac ;;\n"
                          "    values) case $2 in\n%3    esac ;;\n    esac\n}\n")
        .arg(actions, options, values);
}

/// Which words are offered: sets `offered` and `files`. Plain POSIX, the same in bash and zsh.
const char* chooser = R"sh(
_cadastre_offer() { # COMMAND SECOND_WORD PREVIOUS_WORD CURRENT_WORD
    local found='' place=$1
    offered='' files=''
    _cadastre_words actions "$1"
    if [ -n "$found" ]; then
        case " $found " in
            *" $2 "*) place="$1 $2" ;;
            *) offered=$found; return ;;
        esac
    fi
    _cadastre_words values "$place $3"
    if [ -n "$found" ]; then offered=$found; return; fi
    case $4 in
        -*) _cadastre_words options "$place"; offered=$found ;;
        *) files=1 ;;
    esac
}
)sh";

const char* bashEnd = R"sh(
_cadastre() {
    local current=${COMP_WORDS[COMP_CWORD]} offered='' files=''
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        offered="$_cadastre_commands --help --version --workspace --ssh --new-window --timings"
        files=1
    else
        local second=${COMP_WORDS[2]}
        [ "$COMP_CWORD" -gt 2 ] || second=''
        _cadastre_offer "${COMP_WORDS[1]}" "$second" "${COMP_WORDS[COMP_CWORD-1]}" "$current"
    fi
    [ -z "$offered" ] || COMPREPLY=($(compgen -W "$offered" -- "$current"))
    if [ -n "$files" ] && [ "${current#-}" = "$current" ]; then
        local IFS=$'\n'
        compopt -o filenames 2> /dev/null
        COMPREPLY+=($(compgen -f -- "$current"))
    fi
}
complete -F _cadastre cadastre
)sh";

const char* zshEnd = R"sh(
_cadastre() {
    local current=${words[CURRENT]} offered='' files=''
    if (( CURRENT == 2 )); then
        offered="$_cadastre_commands --help --version --workspace --ssh --new-window --timings"
        files=1
    else
        local second=${words[3]}
        (( CURRENT > 3 )) || second=''
        _cadastre_offer "${words[2]}" "$second" "${words[CURRENT-1]}" "$current"
    fi
    [[ -z $offered ]] || compadd -- ${=offered}
    [[ -z $files ]] || _files
}
# the first time zsh runs this file in place of the function
if [[ ${funcstack[1]} == _cadastre ]]; then
    _cadastre "$@"
else
    compdef _cadastre cadastre
fi
)sh";

QString fishOption(const QString& seen, const HelpOption& option)
{
    const bool isLong = option.name.startsWith(QLatin1String("--"));
    QString text = QStringLiteral("complete -c cadastre -n '__fish_seen_subcommand_from %1' %2 %3")
                       .arg(seen, isLong ? QStringLiteral("-l") : QStringLiteral("-s"),
                            option.name.mid(isLong ? 2 : 1));
    if (!option.values.isEmpty())
        text += QStringLiteral(" -x -a ") + quoted(option.values.join(QLatin1Char(' ')));
    else if (!option.valueName.isEmpty())
        text += QStringLiteral(" -r");
    return text + QStringLiteral(" -d ") + quoted(option.text) + QLatin1Char('\n');
}

QString fishCommand(const CliCommand& command, const QString& allNames,
                    const std::vector<HelpOption>& common)
{
    QString text = QStringLiteral("complete -c cadastre -n 'not __fish_seen_subcommand_from %1' "
                                  "-a %2 -d %3\n")
                       .arg(allNames, command.name, quoted(command.summary));
    const QString actions = actionsOf(command).join(QLatin1Char(' '));
    if (!actions.isEmpty())
        text += QStringLiteral("complete -c cadastre -f -n '__fish_seen_subcommand_from %1; and "
                               "not __fish_seen_subcommand_from %2' -a %3\n")
                    .arg(command.name, actions, quoted(actions));
    for (const Place& place : placesOf(command, common)) {
        const QString seen = place.words.split(QLatin1Char(' '))
                                 .join(QStringLiteral("; and __fish_seen_subcommand_from "));
        for (const HelpOption& option : place.options)
            text += fishOption(seen, option);
    }
    return text;
}

QString fishScript(const std::vector<CliCommand>& commands, const std::vector<HelpOption>& common)
{
    const QString names = namesOf(commands).join(QLatin1Char(' '));
    QString text = QStringLiteral("# Completion of cadastre for fish.\n");
    const QStringList windowOptions{QStringLiteral("help"),         QStringLiteral("version"),
                                    QStringLiteral("workspace -r"), QStringLiteral("ssh -r"),
                                    QStringLiteral("new-window"),   QStringLiteral("timings")};
    for (const QString& option : windowOptions)
        text += QStringLiteral("complete -c cadastre -n 'not __fish_seen_subcommand_from %1' "
                               "-l %2\n")
                    .arg(names, option);
    for (const CliCommand& command : commands)
        text += fishCommand(command, names, common);
    return text;
}

} // namespace

QStringList completionShells()
{
    return {QStringLiteral("bash"), QStringLiteral("zsh"), QStringLiteral("fish")};
}

QString completionScript(const QString& shell, const std::vector<CliCommand>& commands,
                         const std::vector<HelpOption>& common)
{
    if (shell == QLatin1String("fish"))
        return fishScript(commands, common);
    const bool isZsh = shell == QLatin1String("zsh");
    QString text = isZsh ? QStringLiteral("#compdef cadastre\n")
                         : QStringLiteral("# Completion of cadastre for bash.\n");
    text += QStringLiteral("_cadastre_commands=%1\n")
                .arg(quoted(namesOf(commands).join(QLatin1Char(' '))));
    return text + tables(commands, common) + QLatin1String(chooser) +
           QLatin1String(isZsh ? zshEnd : bashEnd);
}

} // namespace cadastre
