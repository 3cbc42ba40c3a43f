// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the desktop says of its looks is taken from a portal on a bus of the test's own, changes
// while it runs included; a silent desktop changes nothing, and fast. Both palettes and any accent
// can be read.
#include "app/desktop_look.h"
#include "app/theme.h"
#include "app/translation.h"
#include "diagram/motion.h"
#include "diagram/theme.h"
#include "widgets/icons.h"

#include <QApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVirtualObject>
#include <QDataStream>
#include <QDir>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace cadastre;

struct PortalColor
{
    double red = 0;
    double green = 0;
    double blue = 0;
};
Q_DECLARE_METATYPE(PortalColor)
using PortalGroups = QMap<QString, QVariantMap>;
Q_DECLARE_METATYPE(PortalGroups)

QDBusArgument& operator<<(QDBusArgument& argument, const PortalColor& color)
{
    argument.beginStructure();
    argument << color.red << color.green << color.blue;
    argument.endStructure();
    return argument;
}

const QDBusArgument& operator>>(const QDBusArgument& argument, PortalColor& color)
{
    argument.beginStructure();
    argument >> color.red >> color.green >> color.blue;
    argument.endStructure();
    return argument;
}

namespace {

constexpr int patienceMs = 10000;
const QString portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString portalInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");

class Portal : public QDBusVirtualObject
{
public:
    PortalGroups groups;

    [[nodiscard]] QString introspect(const QString& /*path*/) const override { return {}; }
    bool handleMessage(const QDBusMessage& message, const QDBusConnection& connection) override
    {
        if (message.member() != QLatin1String("ReadAll"))
            return false;
        return connection.send(message.createReply(QVariant::fromValue(groups)));
    }
};

/// A file of one translated text, as lrelease writes it.
QByteArray translationFile(const QByteArray& context, const QByteArray& source,
                           const QString& translation)
{
    quint32 hash = 0;
    for (const char letter : source) {
        hash = (hash << 4) + static_cast<quint8>(letter);
        const quint32 high = hash & 0xf0000000;
        hash = (hash ^ (high >> 24)) & ~high;
    }
    const auto section = [](quint8 tag, const QByteArray& content) -> QByteArray {
        QByteArray bytes;
        QDataStream stream(&bytes, QIODevice::WriteOnly);
        stream << tag << static_cast<quint32>(content.size());
        return bytes + content;
    };
    QByteArray utf16;
    QDataStream units(&utf16, QIODevice::WriteOnly);
    for (const QChar unit : translation)
        units << unit.unicode();
    QByteArray hashes;
    QDataStream(&hashes, QIODevice::WriteOnly) << hash << quint32(0);
    const QByteArray message =
        section(3, utf16) + section(6, source) + section(7, context) + QByteArray(1, char(1));
    return QByteArray::fromHex("3cb86418caef9c95cd211cbf60a1bddd") + section(0x42, hashes) +
           section(0x69, message);
}

/// How much of an icon is ink, 0 to 1.
double inkOf(const QIcon& icon, int size)
{
    const QImage image = icon.pixmap(size).toImage().convertToFormat(QImage::Format_ARGB32);
    double ink = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ink += qAlpha(image.pixel(x, y)) / 255.0;
    }
    return ink / (image.width() * image.height());
}

} // namespace

class TestDesktopLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();
    void settingsAreTakenOrLeft();
    void portalIsFollowed();
    void palettesAreReadable_data();
    void palettesAreReadable();
    void chosenThemeStays();
    void iconsAreOneSetAndRead();
    void translationsAreLoaded();

private:
    QProcess m_bus;
    Portal m_portal;
};

void TestDesktopLook::initTestCase()
{
    qDBusRegisterMetaType<PortalColor>();
    qDBusRegisterMetaType<PortalGroups>();
    m_bus.start(QStringLiteral("dbus-daemon"),
                {QStringLiteral("--session"), QStringLiteral("--nofork"),
                 QStringLiteral("--print-address")});
    QVERIFY2(m_bus.waitForStarted(), "dbus-daemon is needed (Debian package dbus)");
    QVERIFY(m_bus.waitForReadyRead(patienceMs));
    const QByteArray address = m_bus.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    applyTheme(ThemeChoice::System);
}

void TestDesktopLook::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
    m_bus.terminate();
    m_bus.waitForFinished();
}

void TestDesktopLook::cleanup()
{
    setDesktopWishes({});
    applyTheme(ThemeChoice::System);
}

void TestDesktopLook::settingsAreTakenOrLeft()
{
    DesktopWishes wishes;
    takeSetting(wishes, appearance, QStringLiteral("color-scheme"), 1u);
    QCOMPARE(wishes.dark, std::optional(true));
    takeSetting(wishes, appearance, QStringLiteral("color-scheme"), 2u);
    QCOMPARE(wishes.dark, std::optional(false));
    takeSetting(wishes, appearance, QStringLiteral("color-scheme"), 0u);
    QVERIFY(!wishes.dark.has_value());
    takeSetting(wishes, QStringLiteral("org.gnome.desktop.interface"),
                QStringLiteral("enable-animations"), false);
    QVERIFY(wishes.reducedMotion);
    takeSetting(wishes, appearance, QStringLiteral("reduced-motion"), 0u);
    QVERIFY(!wishes.reducedMotion);
    const DesktopWishes before = wishes;
    takeSetting(wishes, appearance, QStringLiteral("accent-color"), QStringLiteral("blue"));
    takeSetting(wishes, QStringLiteral("org.other"), QStringLiteral("color-scheme"), 1u);
    takeSetting(wishes, QStringLiteral("org.gnome.desktop.interface"),
                QStringLiteral("enable-animations"), QStringLiteral("no"));
    QVERIFY(wishes == before);
}

void TestDesktopLook::portalIsFollowed()
{
    // a bus without a portal says nothing, and nobody waits for it
    DesktopLook silent;
    QSignalSpy nothing(&silent, &DesktopLook::changed);
    QElapsedTimer timer;
    timer.start();
    silent.start();
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));

    QDBusConnection bus = QDBusConnection::connectToBus(
        qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("portal"));
    QVERIFY(bus.isConnected());
    m_portal.groups = {
        {appearance,
         {{QStringLiteral("color-scheme"), 1u},
          {QStringLiteral("accent-color"), QVariant::fromValue(PortalColor{0.9, 0.4, 0.1})}}},
        {QStringLiteral("org.gnome.desktop.interface"),
         {{QStringLiteral("enable-animations"), false}}}};
    QVERIFY(bus.registerVirtualObject(portalPath, &m_portal, QDBusConnection::SubPath));
    QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));

    DesktopLook look;
    QSignalSpy changed(&look, &DesktopLook::changed);
    connect(&look, &DesktopLook::changed, this, &setDesktopWishes);
    look.start();
    QVERIFY(changed.wait(patienceMs));
    QCOMPARE(look.wishes().dark, std::optional(true));
    QVERIFY(look.wishes().reducedMotion);
    QVERIFY(look.wishes().accent.has_value());
    QCOMPARE(*look.wishes().accent, QColor::fromRgbF(0.9F, 0.4F, 0.1F));
    QVERIFY(isDarkTheme());
    QCOMPARE(QApplication::palette().color(QPalette::Highlight).rgb(), look.wishes().accent->rgb());
    QCOMPARE(canvasAccent(), look.wishes().accent->rgb());

    // the person turns the light on while the program runs
    QDBusMessage signal =
        QDBusMessage::createSignal(portalPath, portalInterface, QStringLiteral("SettingChanged"));
    signal << appearance << QStringLiteral("color-scheme") << QVariant::fromValue(QDBusVariant(2u));
    QVERIFY(bus.send(signal));
    QVERIFY(changed.wait(patienceMs));
    QVERIFY(!isDarkTheme());
    QTRY_COMPARE(nothing.count(), 1); // the first one is told, too: it only listened
}

void TestDesktopLook::palettesAreReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QColor>("accent");
    for (const bool dark : {false, true}) {
        for (const char* accent : {"", "#ffffff", "#000000", "#3584e4", "#f5c211", "#e01b24",
                                   "#2ec27e", "#9141ac", "#77767b"})
            QTest::addRow("%s %s", dark ? "dark" : "light", accent)
                << dark << (*accent ? QColor(QLatin1String(accent)) : QColor());
    }
}

void TestDesktopLook::palettesAreReadable()
{
    QFETCH(bool, dark);
    QFETCH(QColor, accent);
    QPalette palette = dark ? darkPalette() : lightPalette();
    if (accent.isValid())
        palette = withAccent(palette, accent);
    const auto ratio = [&](QPalette::ColorRole front, QPalette::ColorRole back) {
        return contrastRatio(palette.color(front), palette.color(back));
    };
    for (const auto& [front, back] :
         std::initializer_list<std::pair<QPalette::ColorRole, QPalette::ColorRole>>{
             {QPalette::WindowText, QPalette::Window},
             {QPalette::Text, QPalette::Base},
             {QPalette::Text, QPalette::AlternateBase},
             {QPalette::ButtonText, QPalette::Button},
             {QPalette::ToolTipText, QPalette::ToolTipBase},
             {QPalette::HighlightedText, QPalette::Highlight},
             {QPalette::PlaceholderText, QPalette::Base},
             {QPalette::Link, QPalette::Base},
             {QPalette::Link, QPalette::Window}})
        QVERIFY2(ratio(front, back) >= 4.5,
                 qPrintable(
                     QStringLiteral("%1 on %2: %3").arg(front).arg(back).arg(ratio(front, back))));
    QApplication::setPalette(palette);
    for (const QPalette::ColorRole back : {QPalette::Base, QPalette::Window}) {
        for (const IconTone tone : {IconTone::Text, IconTone::Accent, IconTone::Warning,
                                    IconTone::Error, IconTone::Success})
            QVERIFY2(contrastRatio(toneColor(tone), palette.color(back)) >= 4.5,
                     qPrintable(QString::number(int(tone))));
        QVERIFY(contrastRatio(mutedTextColor(), palette.color(back)) >= 4.5);
    }
    // the diagram with this accent: text 4.5, rings 3
    const Theme& theme = Theme::of(dark, accent.isValid() ? accent.rgb() : 0);
    QVERIFY(contrastRatio(theme.color(Ink::Text), theme.color(Ink::AccentSoft)) >= 4.5);
    for (const Ink back : {Ink::Background, Ink::Box, Ink::Header})
        QVERIFY(contrastRatio(theme.color(Ink::Accent), theme.color(back)) >= 3);
}

void TestDesktopLook::chosenThemeStays()
{
    applyTheme(ThemeChoice::Light);
    setDesktopWishes({true, QColor(Qt::red), false});
    QVERIFY(!isDarkTheme());
    QCOMPARE(QApplication::palette().color(QPalette::Highlight), QColor(Qt::red));
    applyTheme(ThemeChoice::System);
    QVERIFY(isDarkTheme());
    setDesktopWishes({});
    QVERIFY(!isDarkTheme());
    QCOMPARE(canvasAccent(), 0u);
    applyTheme(ThemeChoice::Dark);
    QVERIFY(isDarkTheme());
}

/// One grid, one line, one way of drawing: a stranger among them would be seen.
void TestDesktopLook::iconsAreOneSetAndRead()
{
    const QDir folder(QStringLiteral(CADASTRE_SOURCE_DIR "/resources/icons"));
    const QStringList files = folder.entryList({QStringLiteral("*.svg")});
    QVERIFY(files.size() > 50);
    QStringList complaints;
    for (const QString& name : files) {
        if (name == QLatin1String("cadastre.svg"))
            continue; // the program's own sign has colours
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString svg = QString::fromUtf8(file.readAll());
        if (!svg.contains(QStringLiteral("viewBox=\"0 0 24 24\"")) ||
            !svg.contains(QStringLiteral("stroke-width=\"1.8\"")) ||
            !svg.contains(QStringLiteral("stroke=\"currentColor\"")))
            complaints << name + QStringLiteral(": another grid, line or colour");
        if (svg.contains(QRegularExpression(QStringLiteral("(fill|stroke)=\"#"))))
            complaints << name + QStringLiteral(": a colour of its own");
        for (const bool dark : {false, true}) {
            QApplication::setPalette(dark ? darkPalette() : lightPalette());
            const double ink = inkOf(themedIcon(QFileInfo(name).baseName()), 20);
            if (ink < 0.03 || ink > 0.5)
                complaints << QStringLiteral("%1: %2 of it is ink").arg(name).arg(ink);
        }
    }
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
}

void TestDesktopLook::translationsAreLoaded()
{
    QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    QVERIFY(!installTranslations(QLocale(QLocale::Zulu))); // there is none, and that is no trouble
    const QString folder = home.filePath(QStringLiteral("cadastre/translations"));
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(translationFolders().contains(folder));
    QFile file(folder + QStringLiteral("/cadastre_de.qm"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(translationFile("cadastre::EmptyState", "No database is open",
                               QStringLiteral("Keine Datenbank ist geöffnet")));
    file.close();
    const auto said = [] {
        return QCoreApplication::translate("cadastre::EmptyState", "No database is open");
    };
    QCOMPARE(said(), QStringLiteral("No database is open"));
    QVERIFY(installTranslations(QLocale(QLocale::German, QLocale::Switzerland)));
    QCOMPARE(said(), QStringLiteral("Keine Datenbank ist geöffnet"));
    // what it does not have stays as it was, with its forms
    QCOMPARE(QCoreApplication::translate("any", "%Ln tables", nullptr, 1),
             QStringLiteral("1 table"));
}

QTEST_MAIN(TestDesktopLook)
#include "tst_desktop_look.moc"
