// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the window remembers between runs: geometry, theme, recent databases, choices of the view.
// A file of mode 0600 in the config folder; never a password.
#pragma once

#include "app/source_marks.h"

#include <QSettings>
#include <QStringList>

namespace cadastre {

enum class ThemeChoice : std::uint8_t { System, Light, Dark };

class Settings
{
public:
    Settings();

    [[nodiscard]] QByteArray windowGeometry() const;
    [[nodiscard]] QByteArray windowState() const;
    void setWindow(const QByteArray& geometry, const QByteArray& state);

    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);

    /// Less motion than the desktop has.
    [[nodiscard]] bool reducesMotion() const;
    void setReducesMotion(bool reduced);

    /// Names of hints of the first run that were seen; they never come again.
    [[nodiscard]] QStringList seenHints() const;
    void addSeenHint(const QString& name);
    void forgetSeenHints();
    /// Where false (`hints=false`), no hint ever comes.
    [[nodiscard]] bool showsHints() const;

    /// Addresses as they can be opened again, the latest first, at most recentLimit.
    [[nodiscard]] QStringList recent() const;
    void addRecent(const QString& address);
    void removeRecent(const QString& address);
    /// Those of the recent ones that stay in the list, whatever is opened later.
    [[nodiscard]] QStringList pinned() const;
    void setPinned(const QString& address, bool pinned);

    [[nodiscard]] bool showsViewDependencies() const;
    void setShowsViewDependencies(bool shown);

    /// Names as they are meant first, real ones quietly behind them.
    [[nodiscard]] bool showsMeantNames() const;
    void setShowsMeantNames(bool shown);

    [[nodiscard]] bool showsMinimap() const;
    void setShowsMinimap(bool shown);
    /// The legend of lines; absent while nobody chose.
    [[nodiscard]] std::optional<bool> foldsLineLegend() const;
    void setFoldsLineLegend(bool folded);
    /// Canvas::textScale().
    [[nodiscard]] double diagramTextScale() const;
    void setDiagramTextScale(double scale);
    [[nodiscard]] bool foldsLensLegend() const;
    void setFoldsLensLegend(bool folded);

    [[nodiscard]] bool showsInferred() const;
    void setShowsInferred(bool shown);
    /// Of inferred relationships that are shown, leastDrawnConfidence..1.
    [[nodiscard]] double leastConfidence() const;
    void setLeastConfidence(double least);

    /// The last folder that something was saved to or opened from.
    [[nodiscard]] QString folder() const;
    void setFolder(const QString& folder);

    /// Words in the names of hosts and databases that mean production.
    [[nodiscard]] QStringList productionPatterns() const;
    void setProductionPatterns(const QStringList& patterns);

    /// Which template migrations were made with last, and where they were written.
    [[nodiscard]] QString migrationTemplate() const;
    [[nodiscard]] QString migrationFolder() const;
    void setMigration(const QString& templateName, const QString& folder);

    /// The comment file that was chosen for a database; empty for the usual one.
    /// What was marked about the database at this place, in whichever workspace.
    [[nodiscard]] SourceMarks marksAt(const QString& location) const;
    void setMarksAt(const QString& location, const SourceMarks& marks);
    [[nodiscard]] QString sidecarPlace(const QString& location) const;
    void setSidecarPlace(const QString& location, const QString& path);

    /// What a person chose in the palette in the database at this place, the latest first: "3 KEY",
    /// a count and a name that the palette understands.
    [[nodiscard]] QStringList paletteUse(const QString& location) const;
    /// Keeps those of the paletteDatabases that were used last.
    void setPaletteUse(const QString& location, const QStringList& lines);

    /// Whether a database that is opened for the first time shows where to begin.
    [[nodiscard]] bool offersStartHere() const;
    void setOffersStartHere(bool offers);
    /// Whether the database at this place was opened before; the latest few hundred are known.
    [[nodiscard]] bool isKnown(const QString& location) const;
    void setKnown(const QString& location);
    /// Keys of the tables that were seen in its tour.
    [[nodiscard]] QStringList seenAt(const QString& location) const;
    void setSeenAt(const QString& location, const QStringList& keys);

    static constexpr int recentLimit = 12;
    static constexpr int knownLimit = 300;
    static constexpr int paletteDatabases = 20;

private:
    void keepPrivate();

    QSettings m_settings;
};

/// The settings file.
QString settingsPath();

} // namespace cadastre
