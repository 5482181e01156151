// Names, help and examples of all commands, in Chinese. The only file that includes CLI11, which is
// slow to compile. Decides nothing: each command is a function in commands.hpp.
#include <CLI/CLI.hpp>
#include <functional>

#include "accounts/role.hpp"
#include "app/commands.hpp"
#include "app/terminal.hpp"

namespace app {
namespace {

constexpr const char* examples = R"(示例：
  zhenggai serve                                       启动服务，数据放在 ./zhenggai-data
  zhenggai serve --data-dir /var/lib/zhenggai --listen 0.0.0.0:8420 \
      --tls-certificate cert.pem --tls-key key.pem     供局域网用户以 https 访问
  zhenggai parse 整改方案.docx                         读取一份方案，结果以 JSON 输出
  zhenggai user add lihua --person 李华 --role rectification_office
  zhenggai verify                                      校验全部操作留痕

退出码：0 成功；2 输入有误或校验未通过；1 环境故障（磁盘、数据库、网络）。
设置的优先顺序：命令行参数、环境变量 ZHENGGAI_*、配置文件、默认值。)";

// What the command line said, until the command is known and runs.
struct Said {
    Values flags;
    std::string document;
    CheckForm check_form = CheckForm::sentences;
    std::string account;
    NewUser user;
    ImportOrder import;
    UnitOrder units;
    ExportOrder exporting;
    BackupOrder backup;
    std::string sample_password;
    Wire wire = Wire::sentences;
    std::function<int()> act;

    // Settings are read only when the command wants them, so that `parse` needs none.
    void with_config(CLI::App* command, std::function<int(const Config&)> run) {
        command->callback([this, run] {
            act = [this, run] {
                const auto config = load_config({flags, environment_of_process()});
                return config ? run(*config) : refused(config.error());
            };
        });
    }
};

std::string flag_of(const Setting& setting) {
    std::string flag = "--" + std::string(setting.name);
    std::replace(flag.begin() + 2, flag.end(), '_', '-');
    return flag;
}

void add_settings(CLI::App& all, Said& said) {
    for (const auto& setting : settings()) {
        const std::string name(setting.name);
        auto purpose = std::string(setting.purpose);
        if (!setting.standard.empty()) purpose += "（默认 " + std::string(setting.standard) + "）";
        if (setting.secrecy == Secrecy::secret)
            purpose += "；宜写入文件，用环境变量 ZHENGGAI_…_FILE 指明";
        all.add_option_function<std::string>(
               flag_of(setting),
               [&said, name](const std::string& value) { said.flags[name] = value; }, purpose)
            ->type_name("值")
            ->group("设置");
    }
}

/// "system_admin 系统管理员、…"
std::string role_words() {
    std::string words;
    for (const auto role : accounts::roles())
        words += std::string(words.empty() ? "" : "、") + std::string(accounts::name_of(role)) +
                 " " + std::string(accounts::words_of(role));
    return words;
}

void add_user_commands(CLI::App& all, Said& said) {
    auto* user = all.add_subcommand("user", "管理账号")->group("命令");
    user->require_subcommand(1);
    user->footer(
        "示例：zhenggai user add wangfang --person 王芳 --role responsible_unit --unit 教育局");
    auto* add = user->add_subcommand("add", "开设账号，显示一次初始密码")->group("命令");
    add->add_option("account", said.user.account, "账号名")->required();
    add->add_option("--person", said.user.person, "姓名")->required()->type_name("姓名");
    add->add_option("--role", said.user.role, "角色：" + role_words())
        ->required()
        ->type_name("角色");
    add->add_option("--unit", said.user.unit, "所属单位的名称（责任单位角色必填）")
        ->type_name("单位");
    said.with_config(add, [&said](const Config& config) { return add_user(config, said.user); });
    const auto for_account = [&](const char* name, const char* purpose, auto run) {
        auto* command = user->add_subcommand(name, purpose)->group("命令");
        command->add_option("account", said.account, "账号名")->required();
        said.with_config(command,
                         [&said, run](const Config& config) { return run(config, said.account); });
    };
    for_account("password", "重设初始密码，并退出其全部登录", reset_user_password);
    for_account("disable", "停用账号", [](const Config& config, const std::string& account) {
        return set_user_access(config, account, Access::disabled);
    });
    for_account("enable", "启用账号", [](const Config& config, const std::string& account) {
        return set_user_access(config, account, Access::enabled);
    });
    for_account("remove-factor", "解除丢失的二次验证", take_off_factor);
    said.with_config(user->add_subcommand("list", "列出全部账号")->group("命令"), list_users);
}

void add_import_command(CLI::App& all, Said& said) {
    auto* command = all.add_subcommand(
        "import", "把一份方案导入一项整改工作的台账，要么全部成功，要么都不写入");
    command->group("命令")->footer(
        "示例：zhenggai import 整改方案.docx --programme 财政局党组巡察整改 --check");
    command->add_option("file", said.import.document, "方案文件，格式同 parse")->required();
    command->add_option("--programme", said.import.programme, "整改工作的名称或编号")
        ->required()
        ->type_name("名称");
    command->add_flag("--create-units", said.import.create_units,
                      "自动建立文件中出现而系统中没有的单位");
    command->add_flag_callback(
        "--check", [&said] { said.import.rehearsal = Rehearsal::check_only; }, "只检查，不写入");
    said.with_config(command,
                     [&said](const Config& config) { return import_plan(config, said.import); });
}

void add_unit_commands(CLI::App& all, Said& said) {
    auto* command =
        all.add_subcommand("import-units", "从 Excel 工作簿导入单位和人员")->group("命令");
    command->footer("示例：zhenggai import-units 单位和人员.xlsx --check");
    command->add_option("file", said.units.workbook, "按模板填好的 .xlsx 工作簿")->required();
    command->add_flag("--skip-bad", said.units.skip_bad, "只导入没有问题的行");
    command->add_flag_callback(
        "--check", [&said] { said.units.rehearsal = Rehearsal::check_only; }, "只检查，不写入");
    said.with_config(command,
                     [&said](const Config& config) { return import_units(config, said.units); });
    auto* blank =
        all.add_subcommand("unit-template", "写出导入单位和人员的空白模板")->group("命令");
    blank->add_option("file", said.document, "要写的文件，不能已存在")->required();
    said.with_config(blank, [&said](const Config& config) {
        return write_unit_template(config, said.document);
    });
}

void add_export_command(CLI::App& all, Said& said) {
    auto* command =
        all.add_subcommand("export", "把一项整改工作的台账导出为 Excel 文件")->group("命令");
    command->footer("示例：zhenggai export 台账.xlsx --programme 财政局党组巡察整改");
    command->add_option("file", said.exporting.file, "要写的文件，不能已存在")->required();
    command->add_option("--programme", said.exporting.programme, "整改工作的名称或编号")
        ->required()
        ->type_name("名称");
    said.with_config(
        command, [&said](const Config& config) { return export_ledger(config, said.exporting); });
}

void add_exchange_commands(CLI::App& all, Said& said) {
    auto* backup =
        all.add_subcommand("backup", "备份全部数据到一个新文件，服务可照常运行")->group("命令");
    backup->footer("示例：zhenggai backup 台账备份.zip --key-to /media/usb/journal.key");
    backup->add_option("file", said.backup.file, "备份文件，不能已存在")->required();
    backup->add_option("--key-to", said.backup.key_copy, "把签封密钥另存到此处")->type_name("文件");
    said.with_config(backup,
                     [&said](const Config& config) { return back_up(config, said.backup); });
    auto* restoring =
        all.add_subcommand("restore", "用备份文件恢复到一个空的数据文件夹或空的数据库")
            ->group("命令");
    restoring->footer("示例：zhenggai restore 台账备份.zip --data-dir /var/lib/zhenggai-new");
    restoring->add_option("file", said.document, "备份文件")->required();
    said.with_config(restoring,
                     [&said](const Config& config) { return restore(config, said.document); });
}

void add_proofread_command(CLI::App& all, Said& said) {
    auto* command =
        all.add_subcommand("proofread", "校对一份文档：占位、数字、编号、日期、用语、标点、格式")
            ->group("命令");
    command->footer("退出码：0 没有发现；1 有发现；2 文件读不出。");
    command->add_option("file", said.document, "文件格式同 parse")->required();
    command->add_flag_callback(
        "--json", [&said] { said.wire = Wire::json; }, "以 JSON 输出");
    command->callback(
        [&said] { said.act = [&said] { return proofread(said.document, said.wire); }; });
}

void add_commands(CLI::App& all, Said& said) {
    said.with_config(all.add_subcommand("serve", "启动服务，直到收到 SIGTERM")->group("命令"),
                     serve);
    auto* reading =
        all.add_subcommand("parse", "读取一份文档，把读出的内容以 JSON 输出")->group("命令");
    reading->add_option("file", said.document, ".docx .xlsx .txt .md .html，以及 .doc .wps .pdf")
        ->required();
    reading->callback([&said] { said.act = [&said] { return parse(said.document); }; });
    add_proofread_command(all, said);
    auto* checking = all.add_subcommand("check-template",
                                        "检查一份模板（.docx、.xlsx），逐条说明哪里不对、怎么改");
    checking->group("命令")->footer("示例：zhenggai check-template 本单位台账.docx");
    checking->add_option("file", said.document, "模板文件")->required();
    checking->add_flag_callback(
        "--json", [&said] { said.check_form = CheckForm::json; }, "结果以 JSON 输出");
    checking->callback(
        [&said] { said.act = [&said] { return check_template(said.document, said.check_form); }; });
    said.with_config(all.add_subcommand("migrate", "把数据库升级到本程序的结构")->group("命令"),
                     migrate);
    said.with_config(
        all.add_subcommand("verify", "校验全部操作留痕是否完整、未被改动")->group("命令"), verify);
    said.with_config(
        all.add_subcommand("rotate-secrets-key", "更换加密二次验证等秘密的密钥；请先停止服务")
            ->group("命令"),
        rotate_secrets_key);
    said.with_config(
        all.add_subcommand("seal", "加密存储：把已有的受限内容和全部佐证材料加密")->group("命令"),
        seal);
    said.with_config(all.add_subcommand("unseal", "停用加密存储：把加密的内容全部还原；先停止服务")
                         ->group("命令"),
                     unseal);
    said.with_config(
        all.add_subcommand("rotate-seal-key", "更换加密存储的密钥，全部重新加密；服务可照常运行")
            ->group("命令"),
        rotate_seal_key);
    auto* check =
        all.add_subcommand("verify-export", "离线校验一份签名导出的操作留痕")->group("命令");
    check->footer("示例：zhenggai verify-export 操作留痕.zip");
    check->add_option("file", said.document, "签名导出的文件")->required();
    check->callback([&said] { said.act = [&said] { return verify_export(said.document); }; });
    auto* volume =
        all.add_subcommand("verify-dossier", "离线校验一卷封存的整改档案")->group("命令");
    volume->footer("示例：zhenggai verify-dossier 档案第1卷.zip");
    volume->add_option("file", said.document, "封存的档案卷，.zip 文件")->required();
    volume->callback([&said] { said.act = [&said] { return verify_dossier(said.document); }; });
    auto* sample =
        all.add_subcommand("sample", "在空的数据文件夹里填入一个虚构的区，供试用")->group("命令");
    sample->add_option("--password", said.sample_password, "各示例账号的密码；不写则随机产生并显示")
        ->type_name("密码");
    said.with_config(sample, [&said](const Config& config) {
        return fill_sample(config, said.sample_password);
    });
    add_import_command(all, said);
    add_unit_commands(all, said);
    add_export_command(all, said);
    add_exchange_commands(all, said);
    add_user_commands(all, said);
}

void speak_chinese(CLI::App& all) {
    auto formatter = std::make_shared<CLI::Formatter>();
    for (const auto& [label, words] :
         {std::pair("Usage", "用法"), std::pair("OPTIONS", "参数"), std::pair("SUBCOMMAND", "命令"),
          std::pair("SUBCOMMANDS", "命令"), std::pair("Positionals", "参数"),
          std::pair("REQUIRED", "（必填）")})
        formatter->label(label, words);
    formatter->column_width(34);
    all.formatter(formatter);
    all.option_defaults()->group("参数");
    all.set_help_flag("-h,--help", "显示帮助")->group("参数");
    all.set_version_flag("--version", ZHENGGAI_VERSION, "显示版本")->group("参数");
}

// A subcommand is made with a help flag of its own, in a group with an English name.
void rename_groups(CLI::App& command) {
    if (auto* help = command.get_help_ptr()) help->group("参数");
    for (auto* sub : command.get_subcommands({})) rename_groups(*sub);
}

// CLI11 words its complaints in English; these are all that our commands can cause.
std::string words_of(const CLI::ParseError& error, const CLI::App& all) {
    const std::string what = error.what();
    const auto first_word = what.substr(0, what.find_first_of(" :"));
    if (const auto left = all.remaining(true); !left.empty())
        return "不认识的参数或命令：" + left.front();
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr)
        return what.starts_with("A subcommand") ? "请写明要执行的命令。"
                                                : "缺少必填的参数：" + first_word;
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
        return "参数缺少值：" + first_word;
    return "参数有误：" + what;
}

}  // namespace

int run_command_line(int argc, char** argv) {
    CLI::App all("整改台账：把巡视巡察整改方案变成台账，并逐项办结销号", "zhenggai");
    Said said;
    speak_chinese(all);
    all.require_subcommand(1);
    all.fallthrough();
    all.footer(examples);
    add_settings(all, said);
    add_commands(all, said);
    rename_groups(all);
    try {
        all.parse(argc, argv);
        return said.act();
    } catch (const CLI::Success& help) {
        return all.exit(help);
    } catch (const CLI::ParseError& error) {
        complain(words_of(error, all));
        complain("运行 zhenggai --help 查看用法。");
        return refused_input;
    } catch (const std::exception& exception) {
        complain(std::string("无法继续：") + exception.what());
        return broken_surroundings;
    }
}

}  // namespace app
