# What people do with this project. 'make run' and 'make test' set up what they need.

PREFIX ?= /usr/local
BUILD = swift build --explicit-target-dependency-import-check error
TEST = swift test --explicit-target-dependency-import-check error
SOURCES = Package.swift Sources Stages Tests
# The targets in which threads meet.
CORE_TESTS = StageKitTests|LedgerTests|RunnerTests|PipelineTests

.PHONY: run test test-all test-thread-sanitizer test-address-sanitizer \
  crash-test cron-test fuzz bench build format \
  check-format docs install clean setup

## Run the news pipeline on the sample articles.
run: build
	@# One sample is broken on purpose, to show what happens then: exit code 1.
	@.build/release/wireroom run Pipelines/news.yaml || test $$? -eq 1
	@echo "The records are in Pipelines/output/news.jsonl, one a line."

build: setup
	$(BUILD) -c release --product wireroom

## Run the tests.
test: setup
	$(TEST)
	.build/debug/wireroom test Pipelines/ --quiet

## Run the tests, then again under both sanitizers, then the pipelines with the release program.
test-all: test test-thread-sanitizer test-address-sanitizer
	.ci/pipelines
	.ci/custom-stages

test-thread-sanitizer: setup
	$(TEST) --sanitize=thread --scratch-path .build/thread-sanitizer --filter '$(CORE_TESTS)'

# Leaks are not looked for: Swift's tagged pointers hide what globals hold from the leak detector.
test-address-sanitizer: setup
	ASAN_OPTIONS=detect_leaks=0 $(TEST) --sanitize=address --scratch-path .build/address-sanitizer

## Kill runs at 300 random moments and fail every call of the system once, which takes some minutes.
crash-test: setup
	CRASH_TEST_KILLS=$${CRASH_TEST_KILLS:-300} $(TEST) --filter CrashTests

## Try hostile pages, texts and settings for a minute; FUZZ_SECONDS and FUZZ_SEED make it others.
fuzz: setup
	FUZZ_SECONDS=$${FUZZ_SECONDS:-60} $(TEST) --filter FuzzTests

## Have the real cron daemon run a pipeline twice. Needs Debian and root.
cron-test: build
	.ci/cron-test

## Measure the speed; prints a dated result to keep under Sources/wireroom-bench/Results.
bench: setup
	$(BUILD) -c release
	.build/release/wireroom-bench

format:
	swift format --in-place --recursive $(SOURCES)

check-format:
	swift format lint --strict --recursive $(SOURCES)

## Write anew the pages and the schema that are made from the stages' own tables.
docs: build
	.build/release/wireroom stages --markdown > Stages/README.md
	.build/release/wireroom schema > Pipelines/pipeline.schema.json

## Install the program, its library, and what stages of your own are built with, under PREFIX.
install: build
	install -d "$(DESTDIR)$(PREFIX)/lib/wireroom" "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 .build/release/wireroom .build/release/libStageKit.* \
	  "$(DESTDIR)$(PREFIX)/lib/wireroom/"
	@# Stages are built with the sources of StageKit: all of them, and nothing that is left of others.
	rm -rf "$(DESTDIR)$(PREFIX)/lib/wireroom/StageKit"
	install -d "$(DESTDIR)$(PREFIX)/lib/wireroom/StageKit"
	cp -R Sources/StageKit/Package.swift Sources/StageKit/Sources Sources/StageKit/Plugins \
	  "$(DESTDIR)$(PREFIX)/lib/wireroom/StageKit/"
	ln -sf ../lib/wireroom/wireroom "$(DESTDIR)$(PREFIX)/bin/wireroom"

clean:
	rm -rf .build Pipelines/output Pipelines/.wireroom

setup:
	@.ci/setup
