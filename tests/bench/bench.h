// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a benchmark is: a section with a name that prints a table. Benchmarks measure and print;
// they never assert times. Each section is one file in sections/, found by its file name.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace cadastre::bench {

struct BenchOptions
{
    std::vector<int> sizes{100, 1000, 10000}; ///< tables
    QString corpus;    ///< folder of schemas with known truth; empty for none
    QString snapshots; ///< folder of their snapshots
};

} // namespace cadastre::bench

namespace cadastre {

struct BenchSection
{
    QString name; ///< as on the command line: "reading"
    QString summary;
    std::function<void(const bench::BenchOptions&)> run;
};

/// All sections, sorted by file name (generated).
std::vector<BenchSection> allBenchSections();

} // namespace cadastre

namespace cadastre::bench {

/// A line of standard output, at once.
void print(const QString& line);
/// One row of a Markdown table.
void printRow(const QStringList& cells);
/// The head of a Markdown table.
void printHead(const QStringList& cells);
/// "12.3" with one decimal, C locale.
QString number(double value);
/// Milliseconds of the fastest of `runs` runs.
double fastest(int runs, const std::function<void()>& work);

} // namespace cadastre::bench
