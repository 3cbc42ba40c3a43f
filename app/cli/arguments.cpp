// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Takes words apart by option; see the header.
#include "app/cli/arguments.h"

#include <algorithm>
#include <cmath>

namespace cadastre {

namespace {

const OptionSpec* findOption(const std::vector<OptionSpec>& own, const QString& name)
{
    for (const auto* options : {&own, &commonOptions()}) {
        const auto found = std::ranges::find(*options, name, &OptionSpec::name);
        if (found != options->end())
            return &*found;
    }
    return nullptr;
}

Error usageError(const QString& message)
{
    return {message, {}};
}

} // namespace

const std::vector<OptionSpec>& commonOptions()
{
    static const std::vector<OptionSpec> options{
        {QStringLiteral("--workspace"), QStringLiteral("FILE"),
         QStringLiteral("use the positions and decisions of this workspace")},
        {QStringLiteral("--allow-partial"), QString(),
         QStringLiteral("go on when a kind that is needed could not be read")},
        {QStringLiteral("--timings"), QString(),
         QStringLiteral("print what each phase took, and the memory, to standard error")},
        {QStringLiteral("--help"), QString(), QStringLiteral("show this help")},
        {QStringLiteral("--version"), QString(), QStringLiteral("show the version")},
    };
    return options;
}

Result<Arguments> Arguments::parse(const QStringList& words, const std::vector<OptionSpec>& own)
{
    Arguments arguments;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words[i];
        if (word == QStringLiteral("--")) {
            arguments.m_positional += words.mid(i + 1);
            break;
        }
        if (!word.startsWith(QLatin1Char('-')) || word.size() == 1) {
            arguments.m_positional << word;
            continue;
        }
        const QString name = word.section(QLatin1Char('='), 0, 0);
        const OptionSpec* option = findOption(own, name);
        if (!option)
            return usageError(QStringLiteral("Unknown option %1.").arg(name));
        if (arguments.has(name))
            return usageError(QStringLiteral("Option %1 is given twice.").arg(name));
        const bool hasOwnValue = name.size() < word.size();
        if (option->valueName.isEmpty() == hasOwnValue && hasOwnValue)
            return usageError(QStringLiteral("Option %1 takes no value.").arg(name));
        QString value = hasOwnValue ? word.mid(name.size() + 1) : QString();
        if (!option->valueName.isEmpty() && !hasOwnValue) {
            if (i + 1 >= words.size() || words[i + 1].startsWith(QLatin1String("--")))
                return usageError(
                    QStringLiteral("Option %1 needs a value: %1 %2.").arg(name, option->valueName));
            value = words[++i];
        }
        arguments.m_values.insert(name, value);
    }
    return arguments;
}

Arguments Arguments::withFirstWordOnly() const
{
    Arguments first = *this;
    first.m_positional = m_positional.first(qMin<qsizetype>(m_positional.size(), 1));
    return first;
}

Arguments Arguments::withoutWords() const
{
    Arguments none = *this;
    none.m_positional.clear();
    return none;
}

Arguments Arguments::withWordOnly(qsizetype number) const
{
    Arguments one = *this;
    one.m_positional = {m_positional.at(number)};
    return one;
}

Result<std::optional<double>> Arguments::number(const QString& option, double minimum,
                                                double maximum) const
{
    if (!has(option))
        return std::optional<double>();
    bool isNumber = false;
    const double number = value(option).toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number) || number < minimum || number > maximum)
        return usageError(
            QStringLiteral("Option %1 takes a number from %2 to %3, not \"%4\".")
                .arg(option, QString::number(minimum), QString::number(maximum), value(option)));
    return std::optional(number);
}

QString optionsHelp(const std::vector<OptionSpec>& options)
{
    const auto title = [](const OptionSpec& option) {
        return QString(option.name + QLatin1Char(' ') + option.valueName).trimmed();
    };
    qsizetype width = 0;
    for (const OptionSpec& option : options)
        width = std::max(width, title(option).size());
    QString help;
    for (const OptionSpec& option : options)
        help += QStringLiteral("  ") + title(option).leftJustified(width + 2) + option.help +
                QLatin1Char('\n');
    return help;
}

} // namespace cadastre
