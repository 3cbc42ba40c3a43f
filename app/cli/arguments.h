// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Arguments: the words after a command's name, taken apart by the options that the command has.
// What an option means lives in the command.
#pragma once

#include "model/result.h"

#include <QHash>
#include <QStringList>

#include <optional>
#include <vector>

namespace cadastre {

struct OptionSpec
{
    QString name;      ///< "--format" or "-o"
    QString valueName; ///< "FILE"; empty for a switch
    QString help;      ///< one line
};

/// The options that every command has: --timings, --workspace, --allow-partial, --help, --version.
const std::vector<OptionSpec>& commonOptions();

class Arguments
{
public:
    /// `--name VALUE`, `--name=VALUE`, `-o VALUE`; `--` ends the options; `-` is a word. Options
    /// are `own` and the common ones. Fails with one sentence that names the wrong word.
    static Result<Arguments> parse(const QStringList& words, const std::vector<OptionSpec>& own);

    [[nodiscard]] const QStringList& positional() const { return m_positional; }
    /// The same without the words behind the first: a database without the files that follow it.
    [[nodiscard]] Arguments withFirstWordOnly() const;
    /// The same without any: a workspace stands for the database.
    [[nodiscard]] Arguments withoutWords() const;
    /// The same with one of the words, which must be there.
    [[nodiscard]] Arguments withWordOnly(qsizetype number) const;
    [[nodiscard]] bool has(const QString& option) const { return m_values.contains(option); }
    /// Empty when the option was not given.
    [[nodiscard]] QString value(const QString& option) const { return m_values.value(option); }
    /// The option's number (C locale) within a range; absent when the option was not given.
    [[nodiscard]] Result<std::optional<double>> number(const QString& option, double minimum,
                                                       double maximum) const;

private:
    QStringList m_positional;
    QHash<QString, QString> m_values;
};

/// The options as lines for a help text, names aligned.
QString optionsHelp(const std::vector<OptionSpec>& options);

} // namespace cadastre
